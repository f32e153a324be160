import { hashPassword } from "@/lib/auth/password";
import { expectCheckedIn, expectResult, openCheckIn, openCheckInPage, pressNext, typeCode } from "./fixtures/check-in";
import { waitForHydration } from "./fixtures/open-dashboard";
import { confirmBooking, expectWaitlistPosition } from "./fixtures/steps";
import { expect, test } from "./fixtures/test";
import { translate, translateEarly } from "./fixtures/translate";

const paid = { ticketTypes: [{ name: "Seat", price: 1800 }] };

test("c20: a translated checkout that is refused says so, and the names are kept", async ({
  page,
  attendee,
  appFixture,
}) => {
  const event = await appFixture.event({ ...paid, capacity: 2 });
  const { reference } = await appFixture.hold(event, attendee, 2);
  await page.goto(`/checkout/${reference}`);
  await waitForHydration(page);
  await translate(page);
  const names = page.getByLabel("Name", { exact: true });
  await names.nth(0).fill("Ayşe Yılmaz");
  await names.nth(1).fill("Mehmet Yılmaz");
  await page.getByRole("checkbox", { name: "I accept" }).check();
  await appFixture.expireHold(reference);
  await appFixture.book(event, await appFixture.attendee(), 2);

  await page.getByRole("button", { name: "Confirm booking" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
  await expect(names.nth(0)).toHaveValue("Ayşe Yılmaz");
  await expect(names.nth(1)).toHaveValue("Mehmet Yılmaz");
});

test("c20: a translated checkout is confirmed, and the translated booking is cancelled", async ({
  page,
  attendee,
  appFixture,
}) => {
  const event = await appFixture.event();
  const { reference } = await appFixture.hold(event, attendee);
  await page.goto(`/checkout/${reference}`);
  await waitForHydration(page);
  await translate(page);
  await page.getByRole("button", { name: "Confirm booking" }).click();
  await expect(page.getByText("Accept the terms to continue.")).toBeVisible();
  await confirmBooking(page);
  await page.getByRole("link", { name: "Cancel booking" }).click();
  await page.getByRole("button", { name: "Cancel booking" }).click();
  await expect(page.getByText("This booking is cancelled")).toBeVisible();
});

test("c20: a translated event page follows the sale: none chosen, some chosen, sold out, in line, out of it", async ({
  page,
  attendee,
  appFixture,
}) => {
  const event = await appFixture.event({ ...paid, capacity: 2 });
  await page.goto(`/events/${event.slug}`);
  await waitForHydration(page);
  await translate(page);
  await page.getByRole("button", { name: "One less, Quantity" }).click();
  await page.getByRole("button", { name: "Reserve" }).click();
  await expect(page.getByText("Choose at least one ticket")).toBeVisible();
  await page.getByRole("button", { name: "One more, Quantity" }).click();
  await expect(page.getByText("1 ticket", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "One more, Quantity" }).click();
  await expect(page.getByText("2 tickets", { exact: true })).toBeVisible();

  const first = await appFixture.attendee();
  await appFixture.book(event, first, 2);
  await expect(page.getByText("Sold out").first()).toBeVisible();
  await appFixture.joinWaitlist(event, await appFixture.attendee(), 1);
  await page.getByRole("button", { name: "Join waitlist" }).click();
  await expectWaitlistPosition(page, 2);
  await page.getByRole("button", { name: "Leave waitlist" }).click();
  await expect(page.getByRole("button", { name: "Join waitlist" })).toBeVisible();
  expect(await appFixture.bookingsOf(attendee)).toEqual([]);
});

test("c20: a translated sign-in is refused, and then lets in", async ({ page, context, appFixture }) => {
  const part = () => Math.floor(Math.random() * 254) + 1;
  await context.setExtraHTTPHeaders({ "x-forwarded-for": `10.${part()}.${part()}.${part()}` });
  const me = await appFixture.attendee({ hashedPassword: await hashPassword("notes on the engine") });
  await page.goto("/sign-in");
  await translate(page);
  await page.getByLabel("Email").fill(me.email);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("Wrong email or password.")).toBeVisible();
  await page.getByLabel("Password").fill("notes on the engine");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("button", { name: "Your account" })).toBeVisible();
});

test("c20: a translated door lets in, says why not, and counts", async ({ page, attendee, appFixture }) => {
  const { path, first } = await openCheckIn(appFixture, attendee);
  await openCheckInPage(page, path);
  await translate(page);
  await typeCode(page, first);
  await expect(await expectResult(page, "Let in")).toContainText("Nilufer Aydin");
  await pressNext(page);
  await expectCheckedIn(page, 1, 3);
  await typeCode(page, "hello");
  await expectResult(page, "Not a ticket");
  await pressNext(page);
  await page.getByRole("button", { name: "Recent scans" }).click();
  await page.getByRole("button", { name: "Undo Nilufer Aydin" }).click();
  await page.getByRole("button", { name: "Scan", exact: true }).click();
  await expectCheckedIn(page, 0, 3);
});

test.describe("translated before the page's own scripts have run", () => {
  // React says that the page is not what the server sent, and renders it anew.
  test.use({ expectedErrors: [/Minified React error #418/] });

  test("c20: an event page sells", async ({ page, attendee, appFixture }) => {
    const event = await appFixture.event();
    await translateEarly(page);
    await page.goto(`/events/${event.slug}`);
    await waitForHydration(page);
    await page.getByRole("button", { name: "One more, Quantity" }).click();
    await expect(page.getByText("2 tickets", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Reserve" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
    expect(await appFixture.bookingsOf(attendee)).toMatchObject([{ status: "pending", seats: 2 }]);
  });
});

test.describe("where a request fails", () => {
  test.use({ expectedErrors: [/./] });

  test("c20: a translated page that failed is tried again", async ({ page, attendee, appFixture }) => {
    const event = await appFixture.event(paid);
    const { reference } = await appFixture.book(event, attendee);
    await page.goto("/bookings");
    await waitForHydration(page);
    await translate(page);
    await appFixture.breakEvent(event);
    await page.getByRole("link", { name: event.name }).first().click();
    await expect(page.getByRole("heading", { name: "Something went wrong" })).toBeVisible();
    await appFixture.updateEvent(event, { startsAt: event.startsAt });
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page).toHaveURL(`/bookings/${reference}`);
    await expect(page.getByRole("heading", { level: 1, name: event.name })).toBeVisible();
  });

  test("c20: a translated form says that it was not sent, and is sent again", async ({ page, appFixture }) => {
    await page.goto(await appFixture.emailedLink(await appFixture.attendee(), "sign_in"));
    await page.waitForLoadState("networkidle");
    await translate(page);
    await page.route("**/sign-in/link**", (route) => route.abort());
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "We couldn’t reach Quorix" })).toBeVisible();
    await page.unroute("**/sign-in/link**");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("button", { name: "Your account" })).toBeVisible();
  });
});

test("c20: the desk's lists and forms change while they are translated", async ({ page, attendee, appFixture }) => {
  const organizer = await appFixture.organizer(attendee);
  const event = await appFixture.event({ organizerId: organizer.id, ...paid });
  await appFixture.book(event, await appFixture.attendee({ name: "Ada Fenwick" }), 2);
  await page.goto(`/organize/events/${event.slug}/attendees`);
  await waitForHydration(page);
  await translate(page);
  await page.getByRole("checkbox", { name: /^Select Ada Fenwick/ }).check();
  await expect(page.getByRole("region", { name: "Selection" })).toBeVisible();
  await page.getByRole("link", { name: "Ada Fenwick" }).click();
  await page.getByRole("button", { name: "Correct name" }).first().click();
  await page.getByLabel("Name on the ticket").fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Enter a name.")).toBeVisible();
  await page.getByLabel("Name on the ticket").fill("Ada Fenwick-Moore");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Ada Fenwick-Moore").first()).toBeVisible();
});
