import { addHours } from "date-fns";
import { expect, test } from "./fixtures/test";

test("cancelling asks first, states the deadline, and is confirmed by email", async ({
  page,
  attendee,
  appFixture,
  inbox,
}) => {
  const event = await appFixture.event();
  const { reference } = await appFixture.book(event, attendee);
  await page.goto("/bookings");
  await page.getByRole("link", { name: event.name }).click();
  await expect(page).toHaveURL(new RegExp(`/bookings/${reference}$`));
  await expect(page.getByText(/You can cancel until/)).toBeVisible();

  await page.getByRole("link", { name: "Cancel booking" }).click();
  await expect(page.getByRole("heading", { name: "Cancel this booking?" })).toBeVisible();
  expect(await appFixture.bookingsOf(attendee)).toMatchObject([{ status: "confirmed" }]);
  await page.getByRole("button", { name: "Cancel booking" }).click();

  await expect(page).toHaveURL(new RegExp(`/bookings/${reference}$`));
  await expect(page.getByText("You cancelled the booking")).toBeVisible();
  await expect(page.getByRole("img", { name: /QR/ })).toHaveCount(0);
  await inbox.waitForEmail(attendee.email, `Booking cancelled: ${event.name}`);
  expect(await appFixture.bookingsOf(attendee)).toEqual([{ reference, status: "cancelled", seats: 1 }]);
});

test("after the deadline it is refused with a message", async ({ page, attendee, appFixture }) => {
  const event = await appFixture.event({ startsAt: addHours(new Date(), 10), cancellationCutoffHours: 24 });
  const { reference } = await appFixture.book(event, attendee);
  await page.goto(`/bookings/${reference}`);
  await expect(page.getByRole("img", { name: /QR/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "Cancel booking" })).toHaveCount(0);
  await expect(page.getByText(/This booking could be cancelled until/)).toBeVisible();
  await page.goto(`/bookings/${reference}/cancel`);
  await expect(page.getByRole("heading", { name: "It’s too late to cancel here" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Cancel booking" })).toHaveCount(0);
});

test("a deadline that passes while the page is open still applies", async ({ page, attendee, appFixture }) => {
  const event = await appFixture.event({ startsAt: addHours(new Date(), 30), cancellationCutoffHours: 24 });
  const { reference } = await appFixture.book(event, attendee);
  await page.goto(`/bookings/${reference}/cancel`);
  await appFixture.updateEvent(event, { cancellationCutoffHours: 48 });
  await page.getByRole("button", { name: "Cancel booking" }).click();
  await expect(page.getByText(/The deadline was .* your tickets are still valid/)).toBeVisible();
  expect(await appFixture.bookingsOf(attendee)).toMatchObject([{ status: "confirmed" }]);
});

test("after a check-in it is not offered, and refused with a message", async ({ page, attendee, appFixture }) => {
  const event = await appFixture.event({ cancellationCutoffHours: 0 });
  const { reference } = await appFixture.book(event, attendee, 2);
  await page.goto(`/bookings/${reference}/cancel`);
  await appFixture.checkIn(event, reference, await appFixture.attendee());
  await page.getByRole("button", { name: "Cancel booking" }).click();
  await expect(page.getByText(/A ticket from this booking has been checked in/)).toBeVisible();
  expect(await appFixture.bookingsOf(attendee)).toMatchObject([{ status: "confirmed" }]);
  await page.goto(`/bookings/${reference}/cancel`);
  await expect(page.getByRole("heading", { name: "This booking can’t be cancelled" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Cancel booking" })).toHaveCount(0);
  await page.goto(`/bookings/${reference}`);
  await expect(page.getByText(/A ticket from this booking has been checked in/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Cancel booking" })).toHaveCount(0);
});

test.describe(() => {
  // The status is 404 only where the page is not streamed, as in development.
  test.use({ expectedErrors: [/status of 404/] });

  test("another user's booking is not found", async ({ page, attendee, appFixture }) => {
    const owner = await appFixture.attendee();
    const event = await appFixture.event();
    const { reference } = await appFixture.book(event, owner);
    expect(attendee.id).not.toBe(owner.id);
    for (const path of [`/bookings/${reference}`, `/bookings/${reference}/cancel`, `/checkout/${reference}`]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
      await expect(page.getByText(event.name)).toHaveCount(0);
    }
    expect((await page.request.get(`/api/bookings/${reference}/calendar.ics`)).status()).toBe(404);
    expect(await appFixture.bookingsOf(owner)).toMatchObject([{ status: "confirmed" }]);
  });
});
