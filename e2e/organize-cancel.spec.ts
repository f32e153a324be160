import { makeMessageOperation } from "./fixtures/operations";
import { expect, test } from "./fixtures/test";

// The mail is shown in a frame that runs no scripts, and Playwright's tracing tries to run its own in every frame.
const sandboxed = /Blocked script execution in 'about:srcdoc'/;
test.use({ expectedErrors: [sandboxed] });

test("cancelling says whom it touches, and everybody gets one mail with the reason", async ({
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
  for (const figure of ["Bookings", "Tickets", "Waiting"]) {
    const shown = page.getByText(figure, { exact: true }).filter({ visible: true });
    await expect(shown.locator("..").getByText("1", { exact: true })).toBeVisible();
  }

  await page.getByRole("button", { name: "Cancel the event" }).click();
  await expect(page.getByText("Say why: it goes into the mail.")).toBeVisible();
  await expect(page.getByText("This is not the event’s name.")).toBeVisible();
  await page.getByLabel("Why it is cancelled").fill("The kitchen <burnt> down.\nWe are sorry.");
  await page.getByLabel("To be sure").fill("harvest  Supper ");
  await expect(page.frameLocator("iframe").getByText("The kitchen <burnt> down.")).toBeVisible();
  expect(await appFixture.bookingsOf(owner)).toMatchObject([{ status: "confirmed" }]);
  await page.getByRole("button", { name: "Cancel the event" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Cancelling the event" })).toBeVisible();
  // Without a reload: the page looks again while work goes on.
  await expect(page.getByText("Finished.")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("progressbar", { name: "People" })).toHaveAttribute("aria-valuenow", "2");
  await expect(page.getByRole("link", { name: reference })).toBeVisible();

  const mail = await inbox.waitForEmail(owner.email, `Event cancelled: ${event.name}`);
  expect(mail.text).toContain("The kitchen <burnt> down.");
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
  await expect(page.getByRole("link", { name: "Cancelling the event" })).toBeVisible();
});

test("whom a mail did not reach is listed with the reason, and can be tried again", async ({
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
    { person: missed, status: "failed", reason: "The mail server could not be reached." },
  ]);
  await page.goto(`/organize/events/${event.slug}/operations`);
  await page.getByRole("link", { name: "Doors open at 18:30" }).click();
  await expect(page).toHaveURL(new RegExp(id));
  await expect(page.getByText("Finished, but not everybody was reached.")).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: missed.email });
  await expect(row).toContainText("The mail server could not be reached.");
  await expect(page.getByText(reached.email)).toHaveCount(0);

  await page.getByRole("button", { name: "Try the failed one again" }).click();
  await expect(page.getByText("Finished.", { exact: true })).toBeVisible({ timeout: 30_000 });
  await inbox.waitForEmail(missed.email, "Doors open at 18:30");
  expect(await inbox.messagesTo(reached.email)).toHaveLength(1);
  await page.getByRole("link", { name: /^Done/ }).click();
  await expect(page.getByText(missed.email)).toBeVisible();
});

test.describe("who may not", () => {
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
      await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
    }
  });

  test("an operation is found under its own event only", async ({ page, attendee, appFixture }) => {
    const organizer = await appFixture.organizer(attendee);
    const [mine, theirs] = [await appFixture.event({ organizerId: organizer.id }), await appFixture.event()];
    const id = await makeMessageOperation(theirs, await appFixture.attendee(), []);
    for (const path of [id, "not-an-id", crypto.randomUUID()]) {
      await page.goto(`/organize/events/${mine.slug}/operations/${path}`);
      await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
    }
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an event is cancelled, and the page says how far it is when it is loaded again", async ({
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
    await page.getByLabel("Why it is cancelled").fill(reason);
    await page.getByLabel("To be sure").fill("Another name");
    await page.getByRole("button", { name: "Cancel the event" }).click();
    await expect(page.getByText("This is not the event’s name.")).toBeVisible();
    await expect(page.getByLabel("Why it is cancelled")).toHaveValue(reason);
    await page.getByLabel("To be sure").fill(event.name);
    await page.getByRole("button", { name: "Cancel the event" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Cancelling the event" })).toBeVisible();
    await inbox.waitForEmail(booked.email, `Event cancelled: ${event.name}`);
    await expect(async () => {
      await page.reload();
      await expect(page.getByText("Finished.")).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
  });
});
