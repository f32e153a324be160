import { expect, test } from "./fixtures/test";

const rows = (page: import("@playwright/test").Page) =>
  page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: /^Details of/ }) });

test("tickets become available: one is offered manually, a run offers the rest, and the decision log says why", async ({
  page,
  appFixture,
  attendee,
}) => {
  const { id: organizerId } = await appFixture.organizer(attendee, "manager");
  const { event } = await appFixture.soldOutEvent({ organizerId, capacity: 2 });
  const [group, second, third] = await Promise.all(
    ["Gus Group", "Sara Second", "Theo Third"].map((name) => appFixture.attendee({ name })),
  );
  if (!group || !second || !third) throw new Error("an attendee is missing");
  await appFixture.joinWaitlist(event, group, 5);
  await appFixture.joinWaitlist(event, second);
  await appFixture.joinWaitlist(event, third);

  await page.goto(`/organize/events/${event.slug}/waitlist`);
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).first()).toContainText("5 tickets, all or none");
  await expect(page.getByRole("definition").filter({ hasText: /^7$/ })).toBeVisible();

  await page.getByRole("button", { name: "Offer available tickets" }).click();
  await expect(page.getByText(/^No tickets are available right now\./)).toBeVisible();

  // Two more seats, on public sale: a sweep could give away reserved ones first.
  await appFixture.updateEvent(event, { capacity: 4, availableTickets: 2 });
  await page.reload();
  const offer = page.getByRole("button", { name: "Offer manually to Theo Third" });
  await offer.click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("This skips 2 people who joined earlier.");
  await dialog.getByRole("button", { name: "Offer 1 ticket" }).click();
  await expect(dialog).toContainText("Enter a reason");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(offer).toBeFocused();

  await offer.click();
  await dialog.getByLabel("Reason", { exact: true }).fill("Plays the support slot.");
  await dialog.getByRole("button", { name: "Offer 1 ticket" }).click();
  await expect(page.getByText("Booked: 1 ticket. 2 people who joined earlier were skipped.")).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  expect(await appFixture.bookingsOf(third)).toMatchObject([{ status: "confirmed", seats: 1 }]);

  await page.getByRole("button", { name: "Offer available tickets" }).click();
  await expect(
    page.getByText(/1 person got a booking\. 1 person near the front couldn’t use what was available/),
  ).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  expect(await appFixture.bookingsOf(second)).toMatchObject([{ status: "confirmed" }]);

  await page.getByRole("link", { name: "Decision log" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Decision log" })).toBeVisible();
  await expect(page.getByRole("link", { name: /1 booked · 1 ticket.*Offered manually/ })).toBeVisible();
  await page.getByRole("link", { name: /1 booked, 1 skipped/ }).click();
  await expect(page.getByText(/They asked for 5 together; 1 of .* was available/)).toBeVisible();
  await page.getByRole("link", { name: "Gus Group" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Gus Group" })).toBeVisible();
  await expect(page.getByText("Position 1").first()).toBeVisible();

  await page.goto(`/organize/events/${event.slug}/waitlist?show=history`);
  await page.getByRole("link", { name: "Details of Theo Third" }).click();
  await expect(page.getByText(/Skipped 2 people who joined earlier\. Reason: Plays the support slot\./)).toBeVisible();
  await expect(page.getByText(`Offered manually by ${attendee.name}`)).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the waitlist is paged and searched by its address", async ({ page, appFixture, attendee }) => {
    const { id: organizerId } = await appFixture.organizer(attendee);
    const { event } = await appFixture.soldOutEvent({ organizerId });
    for (let at = 1; at <= 26; at += 1) {
      await appFixture.joinWaitlist(
        event,
        await appFixture.attendee({ name: at === 26 ? "Margarethe Last" : `Waiting ${at}` }),
      );
    }
    await page.goto(`/organize/events/${event.slug}/waitlist`);
    await expect(rows(page)).toHaveCount(25);
    await page.getByRole("link", { name: "Next" }).click();
    await expect(rows(page)).toHaveText([/26\s*Margarethe Last/]);
    await page.getByRole("link", { name: "Previous" }).click();
    await expect(rows(page).first()).toContainText("Waiting 1");

    await page.getByRole("searchbox", { name: "Search the waitlist" }).fill("margar");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await expect(rows(page)).toHaveText([/26\s*Margarethe Last/]);
    await page.goBack();
    await expect(rows(page)).toHaveCount(25);
  });
});

test("door staff can’t open it", async ({ page, appFixture, attendee }) => {
  const { id: organizerId } = await appFixture.organizer(attendee, "door_staff");
  const { event } = await appFixture.soldOutEvent({ organizerId });
  for (const path of ["", "/runs"]) {
    await page.goto(`/organize/events/${event.slug}/waitlist${path}`);
    await expect(page).toHaveURL(/\/organize\?denied=/);
  }
});
