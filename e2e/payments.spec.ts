import type { Page } from "@playwright/test";
import { linkTo } from "./fixtures/inbox";
import { letBankAnswer } from "./fixtures/local-payments";
import { confirmBooking, enterCard, expectBooked, goToPayment, reserve } from "./fixtures/steps";
import { expect, test } from "./fixtures/test";

const WORKS = "4242 4242 4242 4242";
const NOT_ENOUGH_MONEY = "4000 0000 0000 9995";
const SECOND_FACTOR = "4000 0025 0000 3155";

const onlineEvent = () => ({ paymentMethod: "online" as const, ticketTypes: [{ price: 1_900 }] });

async function expectUnpaid(page: Page, reason: RegExp) {
  await expect(page).toHaveURL(/\/checkout\/[0-9A-Z]{10}\?payment=left$/);
  await expect(page.getByText(reason)).toBeVisible();
  await expect(page.getByText(/Nothing was charged/)).toBeVisible();
  await expect(page.getByRole("timer")).toBeVisible();
}

test("pay: from the checkout to the provider's page and back to the tickets, and the email", async ({
  page,
  attendee,
  appFixture,
  inbox,
}) => {
  const event = await appFixture.event({ ...onlineEvent(), name: "Paid rehearsal" });
  await page.goto(`/events/${event.slug}`);
  await expect(page.getByText("You pay online at checkout.")).toBeVisible();
  const reference = await reserve(page, event, 2);
  await page.getByRole("textbox", { name: "Name" }).last().fill("Grace Hopper");
  await goToPayment(page, "€38");
  await enterCard(page, WORKS);

  await expectBooked(page);
  await expect(page.getByRole("img", { name: /QR/ })).toHaveCount(2);
  await expect(page.getByText("Grace Hopper")).toBeVisible();
  await expect(page.getByText("You paid €38").first()).toBeVisible();
  expect(await appFixture.bookingsOf(attendee)).toEqual([{ reference, status: "confirmed", seats: 2 }]);
  const message = await inbox.waitForEmail(attendee.email, `Your tickets: ${event.name}`);
  expect(message.text).toMatch(/Paid\s+€38 on/);

  await page.reload();
  await expectBooked(page);
  await page.goto(`/checkout/${reference}/paid`);
  await expectBooked(page);
});

test("decline, then pay: the reason is said, the hold still runs, and the names are kept", async ({
  page,
  attendee,
  appFixture,
}) => {
  const event = await appFixture.event(onlineEvent());
  const reference = await reserve(page, event);
  await page.getByRole("textbox", { name: "Name" }).fill("Grace Hopper");
  await goToPayment(page, "€19");
  await enterCard(page, NOT_ENOUGH_MONEY);
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByRole("link", { name: /Back/ }).click();

  await expectUnpaid(page, /There wasn’t enough money in the account/);
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Grace Hopper");
  await page.getByRole("button", { name: "Pay €19" }).click();
  await enterCard(page, WORKS);
  await expectBooked(page);
  expect(await appFixture.bookingsOf(attendee)).toEqual([{ reference, status: "confirmed", seats: 1 }]);
});

test("left without paying, and cancelled: nothing is charged, and the tickets are free again", async ({
  page,
  attendee,
  appFixture,
  openBrowser,
}) => {
  const event = await appFixture.event({ ...onlineEvent(), capacity: 1 });
  const reference = await reserve(page, event);
  await goToPayment(page, "€19");
  await page.getByRole("link", { name: /Back/ }).click();
  await expectUnpaid(page, /You haven’t paid yet/);
  await page.getByRole("button", { name: "Cancel reservation" }).click();
  await expect(page.getByRole("heading", { name: "Reservation cancelled" })).toBeVisible();
  expect(await appFixture.bookingsOf(attendee)).toEqual([{ reference, status: "cancelled", seats: 1 }]);
  await reserve(await openBrowser(await appFixture.attendee()), event);
});

test("second factor: refused, then approved", async ({ page, attendee, appFixture }) => {
  const event = await appFixture.event(onlineEvent());
  await reserve(page, event);
  await goToPayment(page, "€19");
  await enterCard(page, SECOND_FACTOR);
  await page.getByRole("button", { name: "Refuse" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await enterCard(page, SECOND_FACTOR);
  await page.getByRole("button", { name: "Approve" }).click();
  await expectBooked(page);
  expect(await appFixture.bookingsOf(attendee)).toMatchObject([{ status: "confirmed" }]);
});

test("a bank that answers after the hold has ended: the tickets stay held, and come by themselves", async ({
  page,
  attendee,
  appFixture,
  inbox,
}) => {
  const event = await appFixture.event({ ...onlineEvent(), capacity: 1 });
  const reference = await reserve(page, event);
  await goToPayment(page, "€19");
  const payPage = page.url();
  await page.getByRole("link", { name: "Pay with iDEAL" }).click();
  await page.getByRole("button", { name: "Pay, and let the bank take two minutes" }).click();
  await expect(page.getByRole("heading", { name: "Your bank hasn’t confirmed the payment yet" })).toBeVisible();

  await appFixture.expireHold(reference);
  await page.reload();
  await expect(page.getByText(/Your tickets stay held for you/)).toBeVisible();
  await page.goto(`/checkout/${reference}`);
  await expect(page.getByText(/Your tickets stay held for you/)).toBeVisible();
  await letBankAnswer(payPage, "succeeds");
  await expectBooked(page);
  expect(await appFixture.bookingsOf(attendee)).toEqual([{ reference, status: "confirmed", seats: 1 }]);
  await inbox.waitForEmail(attendee.email, `Your tickets: ${event.name}`);
});

test("a bank that refuses after the hold has ended: nothing is charged", async ({ page, attendee, appFixture }) => {
  const event = await appFixture.event(onlineEvent());
  const reference = await reserve(page, event);
  await goToPayment(page, "€19");
  const payPage = page.url();
  await page.getByRole("link", { name: "Pay with iDEAL" }).click();
  await page.getByRole("button", { name: "Pay, and let the bank take two minutes" }).click();
  await expect(page.getByRole("heading", { name: "Your bank hasn’t confirmed the payment yet" })).toBeVisible();
  await appFixture.expireHold(reference);
  await letBankAnswer(payPage, "fails");
  await expect(page.getByRole("heading", { name: "Your reservation has expired" })).toBeVisible();
  expect(await appFixture.bookingsOf(attendee)).toMatchObject([{ status: "expired" }]);
});

test("two tabs: the second continues the same payment, and finds it paid", async ({
  page,
  context,
  attendee,
  appFixture,
}) => {
  const event = await appFixture.event(onlineEvent());
  const reference = await reserve(page, event);
  await goToPayment(page, "€19");
  const payPage = page.url();

  const second = await context.newPage();
  await second.goto(`/events/${event.slug}`);
  await second.getByRole("link", { name: "Continue to payment" }).click();
  await expect(second.getByText("You’ve started to pay")).toBeVisible();
  await second.getByRole("button", { name: "Continue to payment" }).click();
  await expect(second).toHaveURL(payPage);

  await enterCard(page, WORKS);
  await expectBooked(page);
  await second.bringToFront();
  await enterCard(second, WORKS);
  await second.getByRole("link", { name: /Continue/ }).click();
  await expectBooked(second);
  expect(await appFixture.bookingsOf(attendee)).toEqual([{ reference, status: "confirmed", seats: 1 }]);
});

test("the back button: from the provider's page to the checkout, and after paying to the booking", async ({
  page,
  attendee,
  appFixture,
}) => {
  const event = await appFixture.event(onlineEvent());
  const reference = await reserve(page, event);
  await goToPayment(page, "€19");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
  await page
    .getByRole("button", { name: "Pay €19" })
    .or(page.getByRole("button", { name: "Continue to payment" }))
    .click();
  await enterCard(page, WORKS);
  await expectBooked(page);

  await page.goto(`/checkout/${reference}`);
  await expectBooked(page);
  expect(await appFixture.bookingsOf(attendee)).toEqual([{ reference, status: "confirmed", seats: 1 }]);
});

test("a paid booking is cancelled: what comes back is said before, and afterwards how far it is", async ({
  page,
  attendee,
  appFixture,
  inbox,
}) => {
  const event = await appFixture.event(onlineEvent());
  const { reference } = await appFixture.pay(event, attendee, 2);
  await page.goto(`/bookings/${reference}/cancel`);
  await expect(page.getByText("You get €38 back, the way you paid.")).toBeVisible();
  await page.getByRole("button", { name: "Cancel booking" }).click();
  await expect(page.getByText("This booking is cancelled")).toBeVisible();
  const message = await inbox.waitForEmail(attendee.email, "Booking cancelled");
  expect(message.text).toContain("You get €38 back");
  await appFixture.settle(reference);
  await page.reload();
  await expect(page.getByText(/€38 refunded on/)).toBeVisible();
});

test("an offer of the waitlist is paid for", async ({ page, attendee, appFixture, inbox }) => {
  const { event, owner, reference } = await appFixture.soldOutEvent(onlineEvent());
  await appFixture.joinWaitlist(event, attendee);
  await appFixture.cancel(reference, owner);
  const message = await inbox.waitForEmail(attendee.email, "Tickets for you until");
  await page.goto(linkTo("/checkout/", message));
  await expect(page.getByText(/It’s your turn/)).toBeVisible();
  await goToPayment(page, "€19");
  await enterCard(page, WORKS);
  await expectBooked(page);
  await inbox.waitForEmail(attendee.email, `Your tickets: ${event.name}`);
});

test("a free ticket of an online event needs no payment", async ({ page, attendee, appFixture }) => {
  const event = await appFixture.event({ paymentMethod: "online", ticketTypes: [{ price: 0 }] });
  await reserve(page, event);
  await confirmBooking(page);
  expect(await appFixture.bookingsOf(attendee)).toMatchObject([{ status: "confirmed" }]);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("declined, then paid, under the page's Content-Security-Policy", async ({ page, attendee, appFixture }) => {
    const event = await appFixture.event(onlineEvent());
    await page.goto(`/events/${event.slug}`);
    await page.getByRole("spinbutton", { name: "Quantity" }).fill("1");
    await page.getByRole("button", { name: "Reserve" }).click();
    await goToPayment(page, "€19");
    await enterCard(page, NOT_ENOUGH_MONEY);
    await page.getByRole("link", { name: /Back/ }).click();
    await expect(page.getByText(/There wasn’t enough money in the account/)).toBeVisible();
    await page.getByRole("button", { name: "Pay €19" }).click();
    await enterCard(page, WORKS);
    await expectBooked(page);
    expect(await appFixture.bookingsOf(attendee)).toMatchObject([{ status: "confirmed", seats: 1 }]);
  });

  test("a slow bank: the page refreshes itself", async ({ page, attendee, appFixture }) => {
    const event = await appFixture.event(onlineEvent());
    const { reference, payPage } = await appFixture.beginToPay(event, attendee);
    await page.goto(payPage);
    await page.getByRole("link", { name: "Pay with iDEAL" }).click();
    await page.getByRole("button", { name: "Pay, and let the bank take two minutes" }).click();
    await expect(page.getByRole("heading", { name: "Your bank hasn’t confirmed the payment yet" })).toBeVisible();
    await letBankAnswer(payPage, "succeeds");
    await expect(page).toHaveURL(new RegExp(`/bookings/${reference}$`), { timeout: 30_000 });
    await expectBooked(page);
  });
});
