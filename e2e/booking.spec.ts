import { linkTo } from "./fixtures/inbox";
import { confirmBooking, expectBooked, quantityInput, reserve, tabTo } from "./fixtures/steps";
import { expect, test } from "./fixtures/test";

test("a free event: from its page to tickets with QR codes, and the email", async ({
  page,
  attendee,
  appFixture,
  inbox,
}) => {
  const event = await appFixture.event({ name: "Moonlit rehearsal" });

  const reference = await reserve(page, event, 2);
  await expect(page.getByRole("timer")).toBeVisible();
  await expect(page.getByText("There’s nothing to pay.")).toBeVisible();
  const names = page.getByRole("textbox", { name: "Name" });
  await expect(names.first()).toHaveValue(attendee.name);
  await names.last().fill("Grace Hopper");
  await confirmBooking(page);

  await expect(page.getByRole("heading", { name: event.name })).toBeVisible();
  await expect(page.getByRole("img", { name: /QR/ })).toHaveCount(2);
  await expect(page.getByText("Grace Hopper")).toBeVisible();
  await expect(page.getByText("Booking confirmed")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Add to calendar" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.ics$/);

  const message = await inbox.waitForEmail(attendee.email, `Your tickets: ${event.name}`);
  expect(message.attachments.map((file) => file.contentType)).toContainEqual(expect.stringContaining("text/calendar"));
  expect(message.text).toContain("Grace Hopper");
  await page.goto(linkTo("/bookings/", message));
  await expect(page).toHaveURL(new RegExp(`/bookings/${reference}$`));
});

test("a paid event: the itemized price, to be paid at the venue", async ({ page, attendee, appFixture, inbox }) => {
  const event = await appFixture.event({
    maxTicketsPerBooking: 4,
    ticketTypes: [
      { name: "Stalls", price: 2450 },
      { name: "Balcony", price: 1200, quota: 5 },
    ],
  });

  await page.goto(`/events/${event.slug}`);
  await quantityInput(page, "Stalls").fill("1");
  await quantityInput(page, "Balcony").fill("2");
  await page.getByRole("button", { name: "Reserve" }).click();

  await expect(page.getByText("Pay at the venue")).toBeVisible();
  await expect(page.getByRole("definition")).toHaveText(["€24.50", "€24", "€48.50"]);
  for (const name of await page.getByRole("textbox", { name: "Name" }).all()) await name.fill("Ada Lovelace");
  await confirmBooking(page);
  await expect(page.getByRole("img", { name: /QR/ })).toHaveCount(3);
  await expect(page.getByText("€48.50").first()).toBeVisible();

  const message = await inbox.waitForEmail(attendee.email, `Your tickets: ${event.name}`);
  expect(message.text).toContain("€48.50");
});

test("a released hold is available to others at once", async ({ page, attendee, appFixture, openBrowser }) => {
  const event = await appFixture.event({ capacity: 1 });
  const reference = await reserve(page, event);

  await page.getByRole("button", { name: "Cancel reservation" }).click();
  await expect(page.getByRole("heading", { name: "Reservation cancelled" })).toBeVisible();
  expect(await appFixture.bookingsOf(attendee)).toEqual([{ reference, status: "cancelled", seats: 1 }]);

  const other = await openBrowser(await appFixture.attendee());
  await reserve(other, event);
});

test("missing checkout fields have errors, and the input is kept", async ({ page, attendee, appFixture }) => {
  const event = await appFixture.event();
  await reserve(page, event, 2);
  const names = page.getByRole("textbox", { name: "Name" });

  await page.getByRole("button", { name: "Confirm booking" }).click();
  await expect(names.last()).toHaveAccessibleDescription("Enter the name of the person who will use this ticket.");
  await expect(page.getByRole("checkbox", { name: "I accept" })).toHaveAccessibleDescription(/Accept the terms/);
  await expect(names.last()).toBeFocused();
  await expect(names.first()).toHaveValue(attendee.name);

  await names.last().fill("Grace Hopper");
  await confirmBooking(page);
});

test("with the keyboard alone", async ({ page, attendee, appFixture }) => {
  const event = await appFixture.event({ ticketTypes: [{ name: "Floor" }, { name: "Gallery" }] });
  await page.goto(`/events/${event.slug}`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");

  await tabTo(quantityInput(page, "Gallery"));
  await page.keyboard.press("ArrowUp");
  await tabTo(page.getByRole("button", { name: "Reserve" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
  await tabTo(page.getByRole("checkbox", { name: "I accept" }));
  await page.keyboard.press("Space");
  await tabTo(page.getByRole("button", { name: "Confirm booking" }));
  await page.keyboard.press("Enter");
  await expectBooked(page);
  expect(await appFixture.bookingsOf(attendee)).toMatchObject([{ status: "confirmed", seats: 1 }]);
});
