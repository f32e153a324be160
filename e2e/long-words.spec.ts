import { expectNoSidewaysScroll } from "./fixtures/accessibility";
import { expect, test } from "./fixtures/test";

const widths = [320, 360, 390];

for (const name of ["Kammermusikabend", "Landeschorwettbewerb", "Straßenmusikantenwettbewerb", "Ω".repeat(69)]) {
  test(`long-word-booking: a booking of ${name} fits a phone`, async ({ page, attendee, appFixture }) => {
    const { reference } = await appFixture.book(await appFixture.event({ name }), attendee);
    for (const path of [`/bookings/${reference}`, `/bookings/${reference}/cancel`, "/bookings"]) {
      await page.goto(path);
      await expect(page.getByText(name).first()).toBeVisible();
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        await expectNoSidewaysScroll(page);
      }
    }
  });
}

test("long-word-booking: an event in a venue of one word of 69 letters fits a phone", async ({ page, appFixture }) => {
  const venue = "Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetzhalle";
  const event = await appFixture.event({ venue });
  await page.goto(`/events/${event.slug}`);
  await expect(page.getByText(venue).first()).toBeVisible();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page);
  }
});
