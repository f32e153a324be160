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
