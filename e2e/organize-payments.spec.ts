import { payOnline } from "./fixtures/payments";
import { expect, test } from "./fixtures/test";

// The email preview is a frame without scripts, and Playwright's tracing tries to run its own in every frame.
test.use({ expectedErrors: [/Blocked script execution in 'about:srcdoc'/] });

const paidTypes = [{ name: "Floor", price: 1_900 }];

test("cancelling an event refunds everybody who has paid", async ({ page, attendee, appFixture }) => {
  const organizer = await appFixture.organizer(attendee);
  const event = await appFixture.event({
    ...{ organizerId: organizer.id, name: "Harvest supper", paymentMethod: "online", ticketTypes: paidTypes },
  });
  for (const quantity of [1, 2]) await payOnline(event, await appFixture.attendee(), quantity);

  await page.goto(`/organize/events/${event.slug}/cancel`);
  await expect(page.getByText("€57", { exact: true })).toBeVisible();
  await expect(page.getByText("to 2 bookings")).toBeVisible();
  await page.getByLabel("Reason for cancelling").fill("The kitchen burnt down.");
  await page.getByLabel("To confirm").fill("Harvest supper");
  await page.getByRole("button", { name: "Cancel event" }).click();

  await expect(page.getByText("Finished.")).toBeVisible({ timeout: 30_000 });
  const refunds = page.getByRole("region", { name: "Refunds" });
  await expect(async () => {
    await page.reload();
    await expect(refunds.getByText("Refunded", { exact: true })).toBeVisible();
    await expect(refunds.getByText("2 refunds")).toBeVisible();
  }).toPass({ timeout: 30_000 });

  await refunds.getByRole("link", { name: "See all payments" }).click();
  await expect(page.getByText("Nothing needs attention.")).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(5);
});

test("a team refunds an amount, and then the rest, without cancelling", async ({ page, attendee, appFixture }) => {
  const organizer = await appFixture.organizer(attendee);
  const event = await appFixture.event({
    ...{ organizerId: organizer.id, paymentMethod: "online", ticketTypes: paidTypes },
  });
  const { reference } = await payOnline(event, await appFixture.attendee(), 2);
  await page.goto(`/organize/events/${event.slug}/attendees/${reference}`);
  const section = page.getByRole("region", { name: "Payments and refunds" });
  await expect(section.getByText("€38 paid and not refunded.")).toBeVisible();

  await section.locator("summary", { hasText: "Refund" }).click();
  await section.getByLabel("An amount").check();
  await section.getByLabel("Amount, EUR").fill("8");
  await section.getByRole("button", { name: "Refund", exact: true }).click();
  await expect(section.getByText("Enter a reason.")).toBeVisible();
  await section.getByLabel("Reason").fill("The heating broke down.");
  await section.getByRole("button", { name: "Refund", exact: true }).click();
  await expect(section.getByText("€30 paid and not refunded.")).toBeVisible();

  await section.locator("summary", { hasText: "Refund" }).click();
  await section.getByLabel("Reason").fill("The heating broke down.");
  await section.getByRole("button", { name: "Refund", exact: true }).click();
  await expect(section.getByText("paid and not refunded.")).toBeHidden();
  await expect(page.getByText("Confirmed", { exact: true }).first()).toBeVisible();

  await page.goto(`/organize/events/${event.slug}/attendees?payment=refunded`);
  await expect(page.getByRole("link", { name: reference }).or(page.getByText(reference)).first()).toBeVisible();
  await page.goto(`/organize/events/${event.slug}/attendees?payment=unpaid`);
  await expect(page.getByText("No matches")).toBeVisible();
});

test.describe("without permission", () => {
  test.use({ expectedErrors: [/status of 404/] });

  test("door staff are sent away, and strangers find nothing", async ({ page, attendee, appFixture }) => {
    const organizer = await appFixture.organizer(await appFixture.attendee());
    const [event, other] = [await appFixture.event({ organizerId: organizer.id }), await appFixture.event()];
    await appFixture.joinTeam(organizer, attendee, "door_staff");
    await page.goto(`/organize/events/${event.slug}/payments`);
    await expect(page).toHaveURL(/denied=/);
    await page.goto(`/organize/events/${other.slug}/payments`);
    await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a booking is marked as paid at the venue, cancelled, and the money handed back", async ({
    page,
    attendee,
    appFixture,
  }) => {
    const organizer = await appFixture.organizer(attendee);
    const event = await appFixture.event({ organizerId: organizer.id, ticketTypes: paidTypes });
    const { reference } = await appFixture.book(event, await appFixture.attendee(), 2);
    await page.goto(`/organize/events/${event.slug}/attendees/${reference}`);
    await expect(page.getByText("€38 left to pay at the venue.")).toBeVisible();
    await page.getByRole("button", { name: "Mark €38 as paid" }).click();
    await expect(page.getByText("€38 recorded as paid.")).toBeVisible();
    await expect(page.getByText("€38 paid and not refunded.")).toBeVisible();

    await appFixture.cancel(reference, attendee, { isOrganizer: true });
    await page.goto(`/organize/events/${event.slug}/payments`);
    await expect(page.getByRole("heading", { name: "To be handed back (1)" })).toBeVisible();
    await page.getByRole("button", { name: "Mark as handed back" }).click();
    await expect(page.getByText("Marked as handed back.")).toBeVisible();
    await expect(page.getByText("Nothing needs attention.")).toBeVisible();
  });
});
