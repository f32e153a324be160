import { makeMessageOperation } from "./fixtures/operations";
import { expect, test } from "./fixtures/test";

// The email preview is a frame without scripts, and Playwright's tracing tries to run its own in every frame.
const sandboxed = /Blocked script execution in 'about:srcdoc'/;
test.use({ expectedErrors: [sandboxed] });

test("cancelling shows who is affected, and everyone gets one email with the reason", async ({
  page,
  attendee,
  appFixture,
  inbox,
  openBrowser,
}) => {
  const organizer = await appFixture.organizer(attendee);
  const { event, owner, reference } = await appFixture.soldOutEvent({
    organizerId: organizer.id,
    name: "Harvest supper",
  });
  const waiting = await appFixture.attendee();
  await appFixture.joinWaitlist(event, waiting);

  await page.goto(`/organize/events/${event.slug}`);
  await page.getByRole("link", { name: "Cancel the event" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cancel the event" })).toBeVisible();
  for (const label of ["Bookings", "Tickets", "On the waitlist"]) {
    const shown = page.getByText(label, { exact: true }).filter({ visible: true });
    await expect(shown.locator("..").getByText("1", { exact: true })).toBeVisible();
  }

  await page.getByRole("button", { name: "Cancel event" }).click();
  await expect(page.getByText("Enter a reason. It’s included in the email.")).toBeVisible();
  await expect(page.getByText("Type the event’s name to confirm.")).toBeVisible();
  await page.getByLabel("Reason for cancelling").fill("The kitchen <burnt> down.\nWe are sorry.");
  await page.getByLabel("To confirm").fill("harvest  Supper ");
  await expect(page.frameLocator("iframe").getByText("The kitchen <burnt> down.")).toBeVisible();
  expect(await appFixture.bookingsOf(owner)).toMatchObject([{ status: "confirmed" }]);
  await page.getByRole("button", { name: "Cancel event" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Event cancellation" })).toBeVisible();
  // Without a reload: the page refreshes while the operation runs.
  await expect(page.getByText("Finished.")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("progressbar", { name: "People" })).toHaveAttribute("aria-valuenow", "2");
  await expect(page.getByRole("link", { name: reference })).toBeVisible();

  const message = await inbox.waitForEmail(owner.email, `Event cancelled: ${event.name}`);
  expect(message.text).toContain("The kitchen <burnt> down.");
  expect((await inbox.waitForEmail(waiting.email, `Event cancelled: ${event.name}`)).text).toContain(
    "waitlist is closed",
  );
  expect(await appFixture.bookingsOf(owner)).toMatchObject([{ status: "cancelled" }]);
  const theirs = await openBrowser(owner);
  await theirs.goto(`/bookings/${reference}`);
  await expect(theirs.getByText("The organizer cancelled this event")).toBeVisible();
  await theirs.goto(`/events/${event.slug}`);
  await expect(theirs.getByText(/cancelled/i).first()).toBeVisible();

  await page.goto(`/organize/events/${event.slug}/cancel`);
  await page.getByRole("link", { name: "View progress" }).click();
  await expect(page.getByRole("link", { name: "Event cancellation" })).toBeVisible();
});

test("recipients of failed emails are listed with the reason, and can be retried", async ({
  page,
  attendee,
  appFixture,
  inbox,
}) => {
  const organizer = await appFixture.organizer(attendee);
  const event = await appFixture.event({ organizerId: organizer.id });
  const [reached, missed] = [await appFixture.attendee(), await appFixture.attendee()];
  for (const person of [reached, missed]) await appFixture.book(event, person);
  const id = await makeMessageOperation(event, attendee, [
    { person: reached, status: "done" },
    { person: missed, status: "failed", reason: "The mail server couldn’t be reached." },
  ]);
  await page.goto(`/organize/events/${event.slug}/operations`);
  await page.getByRole("link", { name: "Doors open at 18:30" }).click();
  await expect(page).toHaveURL(new RegExp(id));
  await expect(page.getByText("Finished, but some emails couldn’t be sent.")).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: missed.email });
  await expect(row).toContainText("The mail server couldn’t be reached.");
  await expect(page.getByText(reached.email)).toHaveCount(0);

  await page.getByRole("button", { name: "Retry 1 failed email" }).click();
  await expect(page.getByText("Finished.", { exact: true })).toBeVisible({ timeout: 30_000 });
  await inbox.waitForEmail(missed.email, "Doors open at 18:30");
  expect(await inbox.messagesTo(reached.email)).toHaveLength(1);
  await page.getByRole("link", { name: /^Sent/ }).click();
  await expect(page.getByText(missed.email)).toBeVisible();
});

test.describe("without permission", () => {
  test.use({ expectedErrors: [sandboxed, /status of 404/] });

  test("door staff are sent away, and strangers find nothing", async ({ page, attendee, appFixture }) => {
    const owner = await appFixture.attendee();
    const organizer = await appFixture.organizer(owner);
    const event = await appFixture.event({ organizerId: organizer.id });
    const other = await appFixture.event();
    await appFixture.joinTeam(organizer, attendee, "door_staff");
    for (const part of ["cancel", "operations", "messages", "messages/new"]) {
      await page.goto(`/organize/events/${event.slug}/${part}`);
      await expect(page).toHaveURL(/denied=/);
      await page.goto(`/organize/events/${other.slug}/${part}`);
      await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
    }
  });

  test("an operation is found under its own event only", async ({ page, attendee, appFixture }) => {
    const organizer = await appFixture.organizer(attendee);
    const [mine, theirs] = [await appFixture.event({ organizerId: organizer.id }), await appFixture.event()];
    const id = await makeMessageOperation(theirs, await appFixture.attendee(), []);
    for (const path of [id, "not-an-id", crypto.randomUUID()]) {
      await page.goto(`/organize/events/${mine.slug}/operations/${path}`);
      await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
    }
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an event is cancelled, and reloading the page shows the progress", async ({
    page,
    attendee,
    appFixture,
    inbox,
  }) => {
    const organizer = await appFixture.organizer(attendee);
    const event = await appFixture.event({ organizerId: organizer.id });
    const booked = await appFixture.attendee();
    await appFixture.book(event, booked);
    await page.goto(`/organize/events/${event.slug}/cancel`);
    // More than a cookie holds.
    const reason = "عاصفة ".repeat(150).trim();
    await page.getByLabel("Reason for cancelling").fill(reason);
    await page.getByLabel("To confirm").fill("Another name");
    await page.getByRole("button", { name: "Cancel event" }).click();
    await expect(page.getByText("This isn’t the event’s name.")).toBeVisible();
    await expect(page.getByLabel("Reason for cancelling")).toHaveValue(reason);
    await page.getByLabel("To confirm").fill(event.name);
    await page.getByRole("button", { name: "Cancel event" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Event cancellation" })).toBeVisible();
    await inbox.waitForEmail(booked.email, `Event cancelled: ${event.name}`);
    await expect(async () => {
      await page.reload();
      await expect(page.getByText("Finished.")).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
  });
});
