import type { Page } from "@playwright/test";
import type { TestEvent } from "./fixtures/box-office";
import { linkTo } from "./fixtures/inbox";
import { confirmBooking, expectBooked, expectInLine } from "./fixtures/steps";
import { expect, test } from "./fixtures/test";

const paid = { ticketTypes: [{ name: "Seat", price: 1800 }] };

async function joinWaitlist(page: Page, event: TestEvent, position: number) {
  await page.goto(`/events/${event.slug}`);
  await expect(page.getByText("Sold out").first()).toBeVisible();
  await page.getByRole("checkbox", { name: /fewer is fine/i }).check();
  await page.getByRole("button", { name: "Join waitlist" }).click();
  await expectInLine(page, position);
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

test("free: one cancels, and whoever waits is booked and told by mail", async ({
  page,
  attendee,
  boxOffice,
  openBrowser,
  inbox,
}) => {
  const { event, owner, reference } = await boxOffice.soldOut({ name: "The small room" });
  await joinWaitlist(page, event, 1);
  await inbox.mail(attendee.email, `You are on the waitlist: ${event.name}`);

  await cancelBooking(await openBrowser(owner), reference);
  await inbox.mail(owner.email, `Booking cancelled: ${event.name}`);

  const mail = await inbox.mail(attendee.email, `You are in, from the waitlist: ${event.name}`);
  await page.goto(linkTo("/bookings/", mail));
  await expectBooked(page);
  await expect(page.getByText(/your place on the waitlist became this booking/)).toBeVisible();
  expect(await boxOffice.bookingsOf(attendee)).toMatchObject([{ status: "confirmed", seats: 1 }]);
});

test("paid: one cancels, and whoever waits accepts the offer", async ({ page, attendee, boxOffice, inbox }) => {
  const { event, owner, reference } = await boxOffice.soldOut(paid);
  await joinWaitlist(page, event, 1);
  await boxOffice.cancel(reference, owner);

  const mail = await inbox.mail(attendee.email, "Seats for you until");
  await page.goto(linkTo("/checkout/", mail));
  await expect(page.getByText(/It is your turn/)).toBeVisible();
  await expect(page.getByRole("timer")).toContainText(/1[12] h/);
  await confirmBooking(page);
  await inbox.mail(attendee.email, `Your tickets: ${event.name}`);
});

test("paid: an offer that is left to run out goes to the next in line", async ({
  page,
  attendee,
  boxOffice,
  inbox,
}) => {
  const { event, owner, reference } = await boxOffice.soldOut(paid);
  await joinWaitlist(page, event, 1);
  const next = await boxOffice.attendee();
  await boxOffice.wait(event, next);
  await boxOffice.cancel(reference, owner);
  const offer = linkTo("/checkout/", await inbox.mail(attendee.email, "Seats for you until"));
  await page.goto(offer);
  await expect(page.getByRole("timer")).toBeVisible();
  expect(await boxOffice.bookingsOf(next)).toEqual([]);

  const [held] = await boxOffice.bookingsOf(attendee);
  await boxOffice.announceHold(await boxOffice.endHold(held?.reference ?? ""));

  await inbox.mail(next.email, "Seats for you until");
  await inbox.mail(attendee.email, "Your offer has run out");
  await page.goto(offer);
  await expect(page.getByRole("heading", { name: "The offer ran out" })).toBeVisible();
  await page.getByRole("link", { name: "Back to the event" }).click();
  await expect(page.getByRole("button", { name: "Join waitlist" })).toBeVisible();
});

test("an offer on the event's page leads to its checkout; releasing it hands it on", async ({
  page,
  attendee,
  boxOffice,
  inbox,
}) => {
  const { event, owner, reference } = await boxOffice.soldOut(paid);
  await boxOffice.wait(event, attendee);
  const next = await boxOffice.attendee();
  await boxOffice.wait(event, next);
  await boxOffice.cancel(reference, owner);
  await inbox.mail(attendee.email, "Seats for you until");

  await page.goto(`/events/${event.slug}`);
  await expect(page.getByText("It is your turn: 1 ticket")).toBeVisible();
  await page.getByRole("link", { name: "Go to checkout" }).click();
  await page.getByRole("button", { name: "Release" }).click();
  await expect(page.getByRole("heading", { name: "You released these tickets" })).toBeVisible();
  await inbox.mail(next.email, "Seats for you until");
});

test("leaving gives the place to the next, and joining again is allowed", async ({
  page,
  attendee,
  boxOffice,
  openBrowser,
}) => {
  const { event } = await boxOffice.soldOut();
  await joinWaitlist(page, event, 1);
  const other = await openBrowser(await boxOffice.attendee());
  await joinWaitlist(other, event, 2);

  await page.getByRole("button", { name: "Leave waitlist" }).click();
  await expect(page.getByRole("button", { name: "Join waitlist" })).toBeVisible();
  await other.reload();
  await expectInLine(other, 1);
  await joinWaitlist(page, event, 2);
  await page.goto("/bookings");
  await expect(page.getByText("Number 2 in line")).toBeVisible();
  expect(await boxOffice.bookingsOf(attendee)).toEqual([]);
});

test("first-use 34: the place on an open page moves on by itself, and seats owed to the line are not offered beside it", async ({
  page,
  attendee,
  boxOffice,
}) => {
  const { event, owner, reference } = await boxOffice.soldOut({ capacity: 3, maxTicketsPerBooking: 3 });
  for (let ahead = 0; ahead < 3; ahead += 1) await boxOffice.wait(event, await boxOffice.attendee());
  await boxOffice.wait(event, attendee);
  await page.goto(`/events/${event.slug}`);
  await expectInLine(page, 4);
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    const look = () => {
      if (document.querySelector("main")?.textContent?.match(/\d+ left|Reserve/)) seen.add("offered");
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await boxOffice.cancel(reference, owner);
  await expect(page.getByText("You are number 1 in line").filter({ visible: true })).toHaveCount(1, {
    timeout: 12_000,
  });
  expect(await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen])).toEqual([]);
});

test("c14: whoever waits for a ticket type that closes is told by email, and chooses on the page with the place kept", async ({
  page,
  attendee,
  boxOffice,
  inbox,
}) => {
  const types = [{ name: "Early Bird" }, { name: "Regular", price: 2500 }];
  const { event } = await boxOffice.soldOut({ ticketTypes: types });
  await boxOffice.waitForType(event, attendee, event.ticketTypes[0]?.code ?? "");
  await boxOffice.closeType(event, "Early Bird");
  await boxOffice.convert(event);
  const mail = await inbox.mail(attendee.email, "What would you like to wait for?");
  expect(mail.text).toContain("Regular, €25");
  await page.goto(linkTo("/events/", mail));
  await expectInLine(page, 1);
  await page.getByRole("radio", { name: /Regular/ }).check();
  await page.getByRole("button", { name: "Keep my place" }).click();
  await expect(page.getByText(/For 1 ticket.*Regular/)).toBeVisible();
  await expectInLine(page, 1);
});
