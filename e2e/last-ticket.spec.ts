import { expectWaitlistPosition, quantityInput } from "./fixtures/steps";
import { expect, test } from "./fixtures/test";

test("two browsers reserve the last ticket: one gets it, the other is offered the waitlist", async ({
  appFixture,
  openBrowser,
}) => {
  const event = await appFixture.event({ capacity: 1 });
  const people = [await appFixture.attendee(), await appFixture.attendee()];
  const pages = await Promise.all(people.map(openBrowser));
  for (const page of pages) {
    await page.goto(`/events/${event.slug}`);
    await quantityInput(page).fill("1");
  }

  await Promise.all(pages.map((page) => page.getByRole("button", { name: "Reserve" }).click()));

  const won = (page: (typeof pages)[number]) => page.getByRole("heading", { level: 1, name: "Checkout" });
  const lost = (page: (typeof pages)[number]) => page.getByRole("alert").filter({ hasText: "just sold out" });
  for (const page of pages) await expect(won(page).or(lost(page))).toBeVisible();
  const outcomes = await Promise.all(pages.map((page) => won(page).isVisible()));
  expect(outcomes.toSorted()).toEqual([false, true]);

  const loser = pages[outcomes.indexOf(false)];
  if (!loser) throw new Error("Nobody lost.");
  await loser.getByRole("button", { name: "Join waitlist" }).click();
  await expectWaitlistPosition(loser, 1);

  const bookings = (await Promise.all(people.map((person) => appFixture.bookingsOf(person)))).flat();
  expect(bookings).toMatchObject([{ status: "pending", seats: 1 }]);
});
