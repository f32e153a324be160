import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { emailDeliveries, events, outbox } from "@/db/schema";
import { auditEventInventory } from "@/lib/inventory/audit";
import { openDashboard, waitForHydration } from "./fixtures/open-dashboard";
import { addFailedRun, makeSuperuser } from "./fixtures/team";
import { expect, test } from "./fixtures/test";

test.describe("for everybody else", () => {
  test.use({ expectedErrors: [/status of 404/] });

  test("the administration does not exist", async ({ page, attendee, appFixture }) => {
    await appFixture.organizer(attendee, "owner");
    for (const path of ["/admin", "/admin/users", "/admin/events", "/admin/background"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1, name: "Page not found" }), path).toBeVisible();
      await expect(page.getByRole("navigation", { name: "Administration" })).toHaveCount(0);
    }
    await page.goto("/organize");
    await page.getByRole("button", { name: "Your account" }).click();
    await expect(page.getByRole("link", { name: "Organize events" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Administration" })).toHaveCount(0);
  });
});

test("a deactivated user is signed out with the next click, and can be reactivated", async ({
  page,
  attendee,
  appFixture,
  openBrowser,
}) => {
  await makeSuperuser(attendee);
  const user = await appFixture.attendee();
  const theirs = await openBrowser(user);
  await theirs.goto("/account");
  await expect(theirs.getByRole("heading", { level: 1, name: "Account" })).toBeVisible();

  await page.goto("/admin");
  await expect(page.getByText("Database", { exact: true })).toBeVisible();
  await page.getByRole("navigation", { name: "Administration" }).getByRole("link", { name: "Users" }).click();
  await page.getByLabel("Name or email").fill(user.email);
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/q=/);
  await waitForHydration(page);
  await page.getByRole("button", { name: `Deactivate ${user.name}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Deactivate" }).click();
  await expect(dialog.getByText("Enter a reason, in a few words.")).toBeVisible();
  await dialog.getByLabel("Reason").fill("asked for it");
  await dialog.getByRole("button", { name: "Deactivate" }).click();
  await expect(page.getByText("Deactivated", { exact: true }).last()).toBeVisible();
  await expect(page.getByRole("button", { name: `Reactivate ${user.name}` })).toBeVisible();

  await theirs.reload();
  await expect(theirs.getByRole("heading", { name: "Sign in" })).toBeVisible();

  await page.getByRole("button", { name: `Reactivate ${user.name}` }).click();
  await dialog.getByLabel("Reason").fill("back again");
  await dialog.getByRole("button", { name: "Reactivate" }).click();
  await expect(page.getByRole("button", { name: `Deactivate ${user.name}` })).toBeVisible();
  await page.goto("/admin");
  await expect(page.getByText(`deactivated the account of ${user.name}: “asked for it”`)).toBeVisible();
});

test("one's own account cannot be deactivated, and events lead to their public page", async ({
  page,
  attendee,
  appFixture,
}) => {
  await makeSuperuser(attendee);
  await page.goto(`/admin/users?q=${encodeURIComponent(attendee.email)}`);
  await expect(page.getByText("You", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: `Deactivate ${attendee.name}` })).toHaveCount(0);

  const event = await appFixture.event({ name: `Lanterns ${attendee.id}` });
  await page.goto(`/admin/events?q=${encodeURIComponent(event.name)}`);
  await page.getByRole("link", { name: event.name }).click();
  await expect(page).toHaveURL(new RegExp(`/events/${event.slug}$`));
});

test("failed jobs, unsent emails and pending job requests are handled", async ({ page, attendee }) => {
  await makeSuperuser(attendee);
  const [retried, dismissed] = [`quorix-retry-${attendee.id}`, `quorix-dismiss-${attendee.id}`];
  await addFailedRun(retried, -attendee.id);
  await addFailedRun(dismissed);
  const key = `booking-confirmed:${2_000_000_000 + attendee.id}`;
  const subject = `Your tickets: ${attendee.id}`;
  await db.insert(emailDeliveries).values({ key, to: "ana@quorix.test", subject, messageId: key, status: "failed" });
  const id = crypto.randomUUID();
  const createdAt = new Date(Date.now() - 120_000);
  await db.insert(outbox).values({ id, name: "booking/held", data: { bookingId: 0 }, createdAt });

  await openDashboard(page, "/admin/background");
  await page.getByRole("button", { name: `Retry ${retried}` }).click();
  await expect(page.getByText(retried)).toHaveCount(0);
  const itsEvent = eq(outbox.data, { bookingId: -attendee.id });
  const [sentAgain] = await db.select().from(outbox).where(itsEvent);
  expect(sentAgain).toMatchObject({ name: "booking/held", dispatchedAt: expect.any(Date) });
  await page.getByRole("button", { name: `Dismiss ${dismissed}` }).click();
  await expect(page.getByText(dismissed)).toHaveCount(0);

  await page.getByRole("button", { name: `Send again: “${subject}” to ana@quorix.test` }).click();
  await expect(page.getByText("Queued.")).toBeVisible();
  await db.delete(emailDeliveries).where(eq(emailDeliveries.key, key));

  // The sweep may have been here first.
  const sendNow = page.getByRole("button", { name: "Send now" });
  if (await sendNow.isVisible()) await sendNow.click();
  const row = async () => (await db.select().from(outbox).where(eq(outbox.id, id)))[0];
  await expect.poll(async () => (await row())?.dispatchedAt).toBeInstanceOf(Date);
  await page.goto("/admin");
  await expect(page.getByText(`retried a failed run of ${retried}`)).toBeVisible();
  await expect(page.getByText(`dismissed a failed run of ${dismissed}`)).toBeVisible();
});

test("a drifted event is found and fixed", async ({ page, attendee, appFixture }) => {
  await makeSuperuser(attendee);
  const event = await appFixture.event({ name: `Drifted ${attendee.id}`, capacity: 20 });
  await db.update(events).set({ availableTickets: 7 }).where(eq(events.id, event.id));
  await openDashboard(page, "/admin/background");
  await page.getByRole("button", { name: "Check inventory" }).click();
  await expect(page.getByText("7 available + 0 for the waitlist + 0 taken = 7, but the capacity is 20.")).toBeVisible();
  await page.getByRole("button", { name: `Fix ${event.name}` }).click();
  await expect(page.getByText("Fixed", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(page.getByText(event.name)).toHaveCount(0);
  expect(await auditEventInventory(db, event.id)).toEqual([]);
});
