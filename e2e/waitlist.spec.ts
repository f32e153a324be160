import type { Page } from "@playwright/test";
import type { TestEvent } from "./fixtures/app-fixture";
import { linkTo } from "./fixtures/inbox";
import { confirmBooking, expectBooked, expectWaitlistPosition } from "./fixtures/steps";
import { expect, test } from "./fixtures/test";

const paid = { ticketTypes: [{ name: "Seat", price: 1800 }] };

async function joinWaitlist(page: Page, event: TestEvent, position: number) {
  await page.goto(`/events/${event.slug}`);
  await expect(page.getByText("Sold out").first()).toBeVisible();
  await page.getByRole("checkbox", { name: /fewer tickets/i }).check();
  await page.getByRole("button", { name: "Join waitlist" }).click();
  await expectWaitlistPosition(page, position);
}

async function cancelBooking(page: Page, reference: string) {
  await page.goto(`/bookings/${reference}`);
  await page.getByRole("link", { name: "Cancel booking" }).click();
  await page.getByRole("button", { name: "Cancel booking" }).click();
  await expect(
    page
      .getByRole("main")
      .getByText(/cancelled/i)
      .first(),
  ).toBeVisible();
}

test("free: after a cancellation, the next on the waitlist is booked and emailed", async ({
  page,
  attendee,
  appFixture,
  openBrowser,
  inbox,
}) => {
  const { event, owner, reference } = await appFixture.soldOutEvent({ name: "The small room" });
  await joinWaitlist(page, event, 1);
  await inbox.waitForEmail(attendee.email, `You’re on the waitlist: ${event.name}`);

  await cancelBooking(await openBrowser(owner), reference);
  await inbox.waitForEmail(owner.email, `Booking cancelled: ${event.name}`);

  const message = await inbox.waitForEmail(attendee.email, `You’re in, from the waitlist: ${event.name}`);
  await page.goto(linkTo("/bookings/", message));
  await expectBooked(page);
  await expect(page.getByText(/your place on the waitlist became this booking/)).toBeVisible();
  expect(await appFixture.bookingsOf(attendee)).toMatchObject([{ status: "confirmed", seats: 1 }]);
});

test("paid: after a cancellation, the next on the waitlist accepts the offer", async ({
  page,
  attendee,
  appFixture,
  inbox,
}) => {
  const { event, owner, reference } = await appFixture.soldOutEvent(paid);
  await joinWaitlist(page, event, 1);
  await appFixture.cancel(reference, owner);

  const message = await inbox.waitForEmail(attendee.email, "Tickets for you until");
  await page.goto(linkTo("/checkout/", message));
  await expect(page.getByText(/It’s your turn/)).toBeVisible();
  await expect(page.getByRole("timer")).toContainText(/1[12] h/);
  await confirmBooking(page);
  await inbox.waitForEmail(attendee.email, `Your tickets: ${event.name}`);
});

test("paid: an expired offer goes to the next on the waitlist", async ({ page, attendee, appFixture, inbox }) => {
  const { event, owner, reference } = await appFixture.soldOutEvent(paid);
  await joinWaitlist(page, event, 1);
  const next = await appFixture.attendee();
  await appFixture.joinWaitlist(event, next);
  await appFixture.cancel(reference, owner);
  const offer = linkTo("/checkout/", await inbox.waitForEmail(attendee.email, "Tickets for you until"));
  await page.goto(offer);
  await expect(page.getByRole("timer")).toBeVisible();
  expect(await appFixture.bookingsOf(next)).toEqual([]);

  const [held] = await appFixture.bookingsOf(attendee);
  await appFixture.announceHoldAgain(await appFixture.expireHold(held?.reference ?? ""));

  await inbox.waitForEmail(next.email, "Tickets for you until");
  await inbox.waitForEmail(attendee.email, "Your offer has expired");
  await page.goto(offer);
  await expect(page.getByRole("heading", { name: "Your offer has expired" })).toBeVisible();
  await page.getByRole("link", { name: "Back to the event" }).click();
  await expect(page.getByRole("button", { name: "Join waitlist" })).toBeVisible();
});

test("an offer on the event's page leads to its checkout; declined, it goes to the next", async ({
  page,
  attendee,
  appFixture,
  inbox,
}) => {
  const { event, owner, reference } = await appFixture.soldOutEvent(paid);
  await appFixture.joinWaitlist(event, attendee);
  const next = await appFixture.attendee();
  await appFixture.joinWaitlist(event, next);
  await appFixture.cancel(reference, owner);
  await inbox.waitForEmail(attendee.email, "Tickets for you until");

  await page.goto(`/events/${event.slug}`);
  await expect(page.getByText("It’s your turn: 1 ticket")).toBeVisible();
  await page.getByRole("link", { name: "Go to checkout" }).click();
  await page.getByRole("button", { name: "Decline offer" }).click();
  await expect(page.getByRole("heading", { name: "Offer declined" })).toBeVisible();
  await inbox.waitForEmail(next.email, "Tickets for you until");
});

test("leaving moves the others up, and joining again is allowed", async ({
  page,
  attendee,
  appFixture,
  openBrowser,
}) => {
  const { event } = await appFixture.soldOutEvent();
  await joinWaitlist(page, event, 1);
  const other = await openBrowser(await appFixture.attendee());
  await joinWaitlist(other, event, 2);

  await page.getByRole("button", { name: "Leave waitlist" }).click();
  await expect(page.getByRole("button", { name: "Join waitlist" })).toBeVisible();
  await other.reload();
  await expectWaitlistPosition(other, 1);
  await joinWaitlist(page, event, 2);
  await page.goto("/bookings");
  await expect(page.getByText("#2 on the waitlist")).toBeVisible();
  expect(await appFixture.bookingsOf(attendee)).toEqual([]);
});

test("first-use 34: the position on an open page is updated, and seats reserved for the waitlist are not offered beside it", async ({
  page,
  attendee,
  appFixture,
}) => {
  const { event, owner, reference } = await appFixture.soldOutEvent({ capacity: 3, maxTicketsPerBooking: 3 });
  for (let ahead = 0; ahead < 3; ahead += 1) await appFixture.joinWaitlist(event, await appFixture.attendee());
  await appFixture.joinWaitlist(event, attendee);
  await page.goto(`/events/${event.slug}`);
  await expectWaitlistPosition(page, 4);
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    const look = () => {
      if (document.querySelector("main")?.textContent?.match(/\d+ left|Reserve/)) seen.add("offered");
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await appFixture.cancel(reference, owner);
  await expect(page.getByText("You’re #1 on the waitlist").filter({ visible: true })).toHaveCount(1, {
    timeout: 12_000,
  });
  expect(await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen])).toEqual([]);
});

test("c14: a user who waits for a ticket type that closes is emailed, and chooses another one with the position kept", async ({
  page,
  attendee,
  appFixture,
  inbox,
}) => {
  const types = [{ name: "Early Bird" }, { name: "Regular", price: 2500 }];
  const { event } = await appFixture.soldOutEvent({ ticketTypes: types });
  await appFixture.joinWaitlistForType(event, attendee, event.ticketTypes[0]?.code ?? "");
  await appFixture.endTypeSales(event, "Early Bird");
  await appFixture.convert(event);
  const message = await inbox.waitForEmail(attendee.email, "What would you like to wait for?");
  expect(message.text).toContain("Regular, €25");
  await page.goto(linkTo("/events/", message));
  await expectWaitlistPosition(page, 1);
  await page.getByRole("radio", { name: /Regular/ }).check();
  await page.getByRole("button", { name: "Keep my place" }).click();
  await expect(page.getByText(/For 1 ticket.*Regular/)).toBeVisible();
  await expectWaitlistPosition(page, 1);
});
