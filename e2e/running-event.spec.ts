import { expect, test } from "./fixtures/test";

const DAY = 86_400_000;

test("c09: a running exhibition is found and sold until its end", async ({ page, appFixture }) => {
  const event = await appFixture.event({
    name: `Glass and light ${crypto.randomUUID().slice(0, 8)}`,
    category: "arts",
    startsAt: new Date(Date.now() - 8 * DAY),
    endsAt: new Date(Date.now() + 22 * DAY),
    salesEndAt: new Date(Date.now() + 22 * DAY - 7_200_000),
  });
  for (const filter of ["", "&when=today", "&category=arts", "&when=month"]) {
    await page.goto(`/events?q=${encodeURIComponent(event.name)}${filter}`);
    const card = page.getByRole("article").filter({ hasText: event.name });
    await expect(card).toContainText("On now");
    await expect(card).toContainText("Until");
  }
  await page.goto(`/events/${event.slug}`);
  const tickets = page.getByRole("region", { name: "Tickets" });
  await expect(tickets).toContainText("On now");
  await expect(tickets.getByRole("button", { name: "Reserve" })).toBeVisible();
  await expect(page.getByText("Sales have closed")).toBeHidden();
});

test("the queue of an event that is not on sale yet says when sales open", async ({ page, appFixture }) => {
  const event = await appFixture.event({ salesStartAt: new Date(Date.now() + DAY) });
  await page.goto(`/events/${event.slug}/queue`);
  await expect(page.getByRole("heading", { name: "Tickets are not on sale yet" })).toBeVisible();
  await expect(page.getByText(/Sales open on/)).toBeVisible();
  await expect(page.getByText("No one has to wait right now")).toBeHidden();
});
