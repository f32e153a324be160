import { confirmBooking, expectBooked, quantityInput, reserve } from "./fixtures/steps";
import { expect, test } from "./fixtures/test";

test("a double click reserves once and confirms once", async ({ page, attendee, appFixture, inbox }) => {
  const event = await appFixture.event();
  await page.goto(`/events/${event.slug}`);
  await quantityInput(page).fill("1");
  await page.getByRole("button", { name: "Reserve" }).dblclick();
  await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
  await page.getByRole("checkbox", { name: "I accept" }).check();
  await page.getByRole("button", { name: "Confirm booking" }).dblclick();
  await expectBooked(page);

  expect(await appFixture.bookingsOf(attendee)).toMatchObject([{ status: "confirmed", seats: 1 }]);
  await inbox.waitForEmail(attendee.email, "Your tickets");
});

test("reload and the back button find the same hold, and after confirming the same booking", async ({
  page,
  attendee,
  appFixture,
}) => {
  const event = await appFixture.event();
  const reference = await reserve(page, event);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();

  await page.goBack();
  await page.getByRole("link", { name: "Continue checkout" }).click();
  await expect(page).toHaveURL(new RegExp(`/checkout/${reference}`));
  await confirmBooking(page);

  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`/events/${event.slug}`));
  await expect(page.getByRole("link", { name: "View booking" })).toBeVisible();
  await page.goto(`/checkout/${reference}`);
  await expectBooked(page);
  await page.goto(`/events/${event.slug}`);
  await expect(page.getByRole("link", { name: "View booking" })).toBeVisible();
  expect(await appFixture.bookingsOf(attendee)).toEqual([{ reference, status: "confirmed", seats: 1 }]);
});

test("two tabs reserve one booking, and the second tab to confirm is sent to it", async ({
  page,
  context,
  attendee,
  appFixture,
}) => {
  const event = await appFixture.event();
  const second = await context.newPage();
  for (const tab of [page, second]) {
    await tab.goto(`/events/${event.slug}`);
    await quantityInput(tab).fill("1");
  }
  for (const tab of [page, second]) {
    await tab.bringToFront();
    await tab
      .getByRole("button", { name: "Reserve" })
      .or(tab.getByRole("link", { name: "Continue checkout" }))
      .click();
    await expect(tab.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
    await tab.getByRole("checkbox", { name: "I accept" }).check();
  }

  const confirm = (tab: typeof page) => tab.getByRole("button", { name: "Confirm booking" }).click();
  await Promise.all([confirm(page), confirm(second)]);
  for (const tab of [page, second]) await expectBooked(tab);
  expect(await appFixture.bookingsOf(attendee)).toMatchObject([{ status: "confirmed", seats: 1 }]);
});

test("a tab that was open during a release says so", async ({ page, context, attendee, appFixture }) => {
  const event = await appFixture.event();
  const reference = await reserve(page, event);
  const second = await context.newPage();
  await second.goto(`/checkout/${reference}`);
  await second.getByRole("button", { name: "Cancel reservation" }).click();
  await expect(second.getByRole("heading", { name: "Reservation cancelled" })).toBeVisible();

  await page.getByRole("checkbox", { name: "I accept" }).check();
  await page.getByRole("button", { name: "Confirm booking" }).click();
  await expect(page.getByText("These tickets are no longer yours")).toBeVisible();
  expect(await appFixture.bookingsOf(attendee)).toEqual([{ reference, status: "cancelled", seats: 1 }]);
});

test("a hold that expires on the page can be confirmed while its tickets are available", async ({
  page,
  attendee,
  appFixture,
}) => {
  const event = await appFixture.event({ capacity: 1 });
  const { reference } = await appFixture.hold(event, attendee);
  await appFixture.expireHold(reference, new Date(Date.now() + 4_000));
  await page.goto(`/checkout/${reference}`);
  await expect(page.getByRole("timer")).toBeVisible();

  await expect(page.getByText("Your reservation has expired")).toBeVisible();
  await confirmBooking(page);
  expect(await appFixture.bookingsOf(attendee)).toEqual([{ reference, status: "confirmed", seats: 1 }]);
});

test("c30: an expired hold whose tickets are taken is refused with a message, and no countdown is shown", async ({
  page,
  attendee,
  appFixture,
}) => {
  const event = await appFixture.event({ capacity: 1 });
  const reference = await reserve(page, event);
  await appFixture.expireHold(reference);
  await appFixture.book(event, await appFixture.attendee());

  await page.getByRole("checkbox", { name: "I accept" }).check();
  await page.getByRole("button", { name: "Confirm booking" }).click();
  await expect(page.getByText("Your reservation has expired and the tickets are gone")).toBeVisible();
  await expect(page.getByText("This ticket is no longer held for you.")).toBeVisible();
  await expect(page.getByRole("timer")).toBeHidden();
  expect(await appFixture.bookingsOf(attendee)).toEqual([{ reference, status: "expired", seats: 1 }]);
});

test("a returning visitor finds the hold, or is told that it has expired and reserves again", async ({
  page,
  attendee,
  appFixture,
}) => {
  const event = await appFixture.event();
  const { reference } = await appFixture.hold(event, attendee, 2);
  await page.goto("/bookings");
  await page.getByRole("link", { name: event.name }).click();
  await expect(page).toHaveURL(new RegExp(`/checkout/${reference}`));

  await appFixture.expireHold(reference);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Your reservation has expired" })).toBeVisible();
  await page.getByRole("link", { name: "Choose tickets again" }).click();
  await expect(quantityInput(page)).toHaveValue("2");
  await page.getByRole("button", { name: "Reserve" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
});

test("an event that stays locked for too long is reported as busy, and a retry books once", async ({
  page,
  attendee,
  appFixture,
}) => {
  const event = await appFixture.event();
  await page.goto(`/events/${event.slug}`);
  await quantityInput(page).fill("1");
  await appFixture.withEventsLocked(async () => {
    await page.getByRole("button", { name: "Reserve" }).click();
    await expect(page.getByText("That took too long")).toBeVisible();
    await expect(page.getByText(/Nothing was booked\. Try again in/)).toBeVisible();
  });
  await page.getByRole("button", { name: "Reserve" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
  expect(await appFixture.bookingsOf(attendee)).toMatchObject([{ status: "pending", seats: 1 }]);
});

test.describe(() => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

  test("a lost connection is reported, and a retry books once", async ({ page, context, attendee, appFixture }) => {
    const event = await appFixture.event();
    await page.goto(`/events/${event.slug}`);
    await quantityInput(page).fill("1");
    await context.setOffline(true);
    await expect(page.getByText(/You’re offline/)).toBeVisible();
    await page.getByRole("button", { name: "Reserve" }).click();
    await expect(page.getByText("We couldn’t reach Quorix")).toBeVisible();

    await context.setOffline(false);
    await page.getByRole("button", { name: "Reserve" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
    expect(await appFixture.bookingsOf(attendee)).toMatchObject([{ status: "pending", seats: 1 }]);
  });
});

test.describe(() => {
  test.use({ expectedErrors: [/ERR_FAILED/] });

  test("a booking whose response got lost is found again", async ({ page, attendee, appFixture }) => {
    const event = await appFixture.event();
    await page.goto(`/events/${event.slug}`);
    await quantityInput(page).fill("1");
    let lost = 0;
    await page.route("**/events/**", async (route) => {
      if (route.request().method() !== "POST" || lost > 0) return route.fallback();
      lost += 1;
      await route.fetch({ maxRedirects: 0 });
      await route.abort();
    });
    await page.getByRole("button", { name: "Reserve" }).click();
    await page.getByRole("link", { name: "Continue checkout" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
    expect(lost).toBe(1);
    expect(await appFixture.bookingsOf(attendee)).toHaveLength(1);
  });
});
