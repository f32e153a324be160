import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema";
import { addSeat, fillDraft, savedNotice, visibleField } from "./fixtures/editor";
import { shownDate } from "./fixtures/shown-date";
import { tabTo } from "./fixtures/steps";
import { expect, test } from "./fixtures/test";

const slugIn = (page: Page) => /\/organize\/events\/([^/]+)\//.exec(page.url())?.[1] ?? "";
const seat = { name: "Seat", price: 1250 };

test("from nothing to a public page with the keyboard alone", async ({ page, attendee, appFixture }) => {
  test.slow();
  await appFixture.organizer(attendee);
  await page.goto("/organize/new-event");
  const { keyboard } = page;
  await tabTo(visibleField(page, "Name"));
  await keyboard.type("Keyboard night ");
  await expect(page).toHaveURL(/\/organize\/events\/(?!new)[^/]+\/edit$/);
  // The address has come while it was typed, and the typing goes on.
  await expect(visibleField(page, "Name")).toBeFocused();
  await keyboard.type("of strings");
  await tabTo(visibleField(page, "Category"));
  await keyboard.type("Mus");
  await tabTo(visibleField(page, "Time zone"));
  await keyboard.type("Lisbon");
  await keyboard.press("Tab");
  await keyboard.type("121220301930");
  await tabTo(page.getByRole("group", { name: "Ends" }).getByRole("spinbutton").first());
  await keyboard.type("121220302300");
  await tabTo(visibleField(page, "Venue"));
  await keyboard.type("The Ropeworks");
  await tabTo(visibleField(page, "City"));
  await keyboard.type("Lisbon");
  await tabTo(visibleField(page, "Country"));
  await keyboard.type("Portugal");
  await tabTo(page.getByRole("button", { name: "Add ticket type" }));
  await keyboard.press("Enter");
  await keyboard.type("Seat");
  await keyboard.press("Tab");
  await keyboard.type("12.50");
  await tabTo(visibleField(page, "Capacity"));
  await keyboard.type("40");
  await expect(savedNotice(page)).toBeVisible();
  await tabTo(page.getByRole("button", { name: "Publish…" }));
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Ready to publish" })).toBeVisible();
  const [start, end] = [new Date("2030-12-12T19:30:00Z"), new Date("2030-12-12T23:00:00Z")];
  await expect(page.getByText(shownDate(start, "Europe/Lisbon", "full", end))).toBeVisible();
  await tabTo(page.getByRole("button", { name: "Publish now" }));
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Your event is live" })).toBeVisible();
  await page.getByRole("link", { name: "View event page" }).click();
  await expect(page).toHaveURL(/\/events\/keyboard-night/);
  await expect(page.getByRole("heading", { level: 1, name: /Keyboard night/ })).toBeVisible();
  await expect(page.getByRole("group", { name: "Seat" })).toBeVisible();
});

test("publishing an incomplete draft lists what is missing, each a way to its field", async ({
  page,
  attendee,
  appFixture,
}) => {
  await appFixture.organizer(attendee);
  await page.goto("/organize/new-event");
  await visibleField(page, "Name").fill("Half a plan");
  await page.getByRole("button", { name: "Publish…" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Not ready to publish yet" })).toBeVisible();
  for (const field of ["Category", "Starts", "Ends", "Venue", "Capacity", "Ticket types"]) {
    await expect(page.getByRole("main").getByRole("link", { name: new RegExp(`^${field}`) })).toBeVisible();
  }
  await page.getByRole("link", { name: /^Venue/ }).click();
  await expect(visibleField(page, "Venue")).toBeFocused();
  await expect(page.getByText("Enter a venue.").filter({ visible: true })).toBeVisible();
});

test("what is typed survives a reload, saved or not", async ({ page, attendee, appFixture }) => {
  const organizer = await appFixture.organizer(attendee);
  const event = await appFixture.event({ organizerId: organizer.id, ticketTypes: [seat] });
  await page.goto(`/organize/events/${event.slug}/edit`);
  await visibleField(page, "Name").fill("Typed and not saved");
  await expect(page.getByText("Unsaved changes")).toBeVisible();
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expect(page.getByText("We restored your changes")).toBeVisible();
  await expect(visibleField(page, "Name")).toHaveValue("Typed and not saved");
  await page.getByRole("button", { name: "Discard changes" }).click();
  await expect(visibleField(page, "Name")).toHaveValue(event.name);
  await expect(page.getByText("No changes")).toBeVisible();
});

test.describe("with a network that goes away", () => {
  test.use({ expectedErrors: [/status of 503/] });

  test("a draft is saved while the network is away and comes back", async ({ page, attendee, appFixture }) => {
    await appFixture.organizer(attendee);
    await page.goto("/organize/new-event");
    await visibleField(page, "Name").fill("Before the tunnel");
    await expect(savedNotice(page)).toBeVisible();
    await page.route("**/api/organize/**", (route) => route.fulfill({ status: 503, body: "" }));
    await visibleField(page, "City").fill("Behind the tunnel");
    await expect(page.getByText(/^Not saved: /)).toBeVisible();
    await page.unroute("**/api/organize/**");
    await expect(savedNotice(page)).toBeVisible({ timeout: 15_000 });
    await page.reload();
    await expect(visibleField(page, "City")).toHaveValue("Behind the tunnel");
  });
});

test("leaving with unsaved changes asks; staying keeps them, leaving leaves", async ({
  page,
  attendee,
  appFixture,
}) => {
  const organizer = await appFixture.organizer(attendee);
  const event = await appFixture.event({ organizerId: organizer.id, ticketTypes: [seat] });
  await page.goto(`/organize/events/${event.slug}/edit`);
  await visibleField(page, "Summary").fill("Half a thought");
  await expect(page.getByText("Unsaved changes")).toBeVisible();
  const away = page.getByRole("link", { name: "Organize", exact: true });
  await away.click();
  await expect(page.getByRole("dialog", { name: "Leave without saving?" })).toBeVisible();
  await page.getByRole("button", { name: "Keep editing" }).click();
  await expect(visibleField(page, "Summary")).toHaveValue("Half a thought");
  const asked = page.waitForEvent("dialog");
  await page.evaluate(() => void setTimeout(() => location.reload()));
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await away.click();
  await page.getByRole("button", { name: "Leave" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "My events" })).toBeVisible();
});

test("nothing unsaved, nothing asked: a published event is saved when it is asked for", async ({
  page,
  attendee,
  appFixture,
}) => {
  const organizer = await appFixture.organizer(attendee);
  const event = await appFixture.event({ organizerId: organizer.id, ticketTypes: [seat] });
  await page.goto(`/organize/events/${event.slug}/edit`);
  await visibleField(page, "Name").fill("");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Not saved: some fields need attention")).toBeVisible();
  await page.getByRole("link", { name: "Give the event a name." }).click();
  await expect(visibleField(page, "Name")).toBeFocused();
  await page.keyboard.type("A better name");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(savedNotice(page)).toBeVisible();
  await page.getByRole("link", { name: "Organize", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "My events" })).toBeVisible();
  await page.goto(`/events/${event.slug}`);
  await expect(page.getByRole("heading", { level: 1, name: "A better name" })).toBeVisible();
});

test("two organizers edit one event: the second chooses difference by difference", async ({
  page,
  attendee,
  appFixture,
  openBrowser,
}) => {
  const organizer = await appFixture.organizer(attendee);
  const colleague = await appFixture.attendee({ name: "Ada Lovelace" });
  await appFixture.joinTeam(organizer, colleague, "manager");
  const event = await appFixture.event({ organizerId: organizer.id, ticketTypes: [seat] });
  const other = await openBrowser(colleague);
  const path = `/organize/events/${event.slug}/edit`;
  await page.goto(path);
  await other.goto(path);

  await visibleField(other, "Name").fill("Ada's name");
  await visibleField(other, "Venue").fill("Ada's hall");
  await other.getByRole("button", { name: "Save changes" }).click();
  await expect(savedNotice(other)).toBeVisible();

  await visibleField(page, "Name").fill("My name");
  await visibleField(page, "Summary").fill("My summary");
  await page.getByRole("button", { name: "Save changes" }).click();
  const dialog = page.getByRole("dialog", { name: "This event has changed" });
  await expect(dialog.getByText("Ada Lovelace").first()).toBeVisible();
  const go = dialog.getByRole("button", { name: "Save these choices" });
  await expect(go).toBeDisabled();
  await expect(dialog.getByRole("group", { name: "Venue" }).getByRole("radio").nth(1)).toBeChecked();
  await dialog.getByRole("group", { name: "Name" }).getByLabel("Ada's name").check();
  await go.click();
  await expect(savedNotice(page)).toBeVisible();
  await page.reload();
  await expect(visibleField(page, "Name")).toHaveValue("Ada's name");
  await expect(visibleField(page, "Venue")).toHaveValue("Ada's hall");
  await expect(visibleField(page, "Summary")).toHaveValue("My summary");
});

test("autosave of a draft overwrites nobody either", async ({ page, attendee, appFixture, openBrowser }) => {
  await appFixture.organizer(attendee);
  await page.goto("/organize/new-event");
  await visibleField(page, "Name").fill("Shared draft");
  await expect(savedNotice(page)).toBeVisible();
  const other = await openBrowser(attendee);
  await other.goto(page.url());
  await visibleField(other, "City").fill("Porto");
  await expect(savedNotice(other)).toBeVisible();
  await visibleField(page, "City").fill("Faro");
  const dialog = page.getByRole("dialog", { name: "This event has changed" });
  await dialog.getByRole("button", { name: "Keep all mine" }).click();
  await dialog.getByRole("button", { name: "Save these choices" }).click();
  await expect(savedNotice(page)).toBeVisible();
  await other.reload();
  await expect(visibleField(other, "City")).toHaveValue("Faro");
});

test("a ticket type with bookings is closed and opened, not deleted; its bookings keep their price", async ({
  page,
  attendee,
  appFixture,
}) => {
  const organizer = await appFixture.organizer(attendee);
  const event = await appFixture.event({
    organizerId: organizer.id,
    ticketTypes: [seat, { name: "Standing", price: 800 }],
  });
  await appFixture.book(event, await appFixture.attendee(), 2);
  await page.goto(`/organize/events/${event.slug}/edit`);
  const booked = page.getByRole("group", { name: "Seat", exact: true });
  await expect(booked.getByRole("button", { name: "Remove Seat" })).toHaveCount(0);
  await booked.getByLabel("Price").fill("15");
  await expect(booked.getByText("Existing bookings keep their price of 12.50 EUR.")).toBeVisible();
  await booked.getByRole("button", { name: "Stop sales" }).click();
  await expect(booked.getByText("Closed", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Move Standing up" }).click();
  await expect(page.getByText("Standing is now number 1 of 2.")).toBeAttached();
  await expect(page.getByRole("button", { name: "Move Standing up" })).toBeFocused();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(savedNotice(page)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("group", { name: "Standing" }).or(booked).first()).toHaveAccessibleName("Standing");
  await booked.getByRole("button", { name: "Resume sales" }).click();
  await visibleField(page, "Capacity").fill("1");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText(/^2 seats are sold or held/).first()).toBeVisible();
});

test("moving a booked event shows whom it touches, then tells them", async ({ page, attendee, appFixture, inbox }) => {
  const organizer = await appFixture.organizer(attendee);
  const event = await appFixture.event({ organizerId: organizer.id, ticketTypes: [{ ...seat, price: 0 }] });
  const guest = await appFixture.attendee();
  await appFixture.book(event, guest, 2);
  await page.goto(`/organize/events/${event.slug}/edit`);
  await visibleField(page, "Venue").fill("The boat shed");
  await page.getByRole("button", { name: "Save changes" }).click();
  const dialog = page.getByRole("dialog", { name: "Notify attendees?" });
  await expect(dialog.getByText("1 person has booked 2 tickets.")).toBeVisible();
  await dialog.getByRole("button", { name: "Save and notify attendees" }).click();
  await expect(page).toHaveURL(new RegExp(`/organize/events/${event.slug}/operations/`));
  // The email waits, so that further changes go into it; the button sends it at once.
  await page.getByRole("button", { name: "Notify people now" }).click();
  await inbox.waitForEmail(guest.email, /^Changed: /);
});

test("a copy has everything but the bookings, on the same weekday", async ({ page, attendee, appFixture }) => {
  const organizer = await appFixture.organizer(attendee);
  const event = await appFixture.event({ organizerId: organizer.id, name: "Every Thursday", ticketTypes: [seat] });
  await appFixture.book(event, await appFixture.attendee());
  await page.goto(`/organize/events/${event.slug}/edit`);
  await page.getByRole("button", { name: "Duplicate" }).click();
  await expect(visibleField(page, "Name")).toHaveValue("Every Thursday (copy)");
  await expect(page.getByRole("group", { name: "Seat", exact: true }).getByLabel("Price")).toHaveValue("12.50");
  const [copy] = await db
    .select()
    .from(events)
    .where(eq(events.slug, slugIn(page)));
  expect(copy).toMatchObject({ status: "draft", organizerId: organizer.id });
  expect(copy?.startsAt.getUTCDay()).toBe(event.startsAt.getUTCDay());
  expect(copy?.startsAt.getTime()).toBeGreaterThan(event.startsAt.getTime());
});

test("a draft is previewed, complete or not, and its name may have 120 characters", async ({
  page,
  attendee,
  appFixture,
}) => {
  await appFixture.organizer(attendee);
  const name = "An evening of everything that is long ".repeat(4).slice(0, 120).trim();
  await page.goto("/organize/new-event");
  await visibleField(page, "Name").fill(name);
  await expect(savedNotice(page)).toBeVisible();
  await page.getByRole("link", { name: "Preview" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("Date TBA").filter({ visible: true })).toBeVisible();
  await page.getByRole("link", { name: "Back to draft" }).click();
  await fillDraft(page, name);
  await addSeat(page);
  await expect(savedNotice(page)).toBeVisible();
  await page.getByRole("link", { name: "Preview" }).click();
  await expect(page.getByText("€12.50")).toBeVisible();
  await page.getByRole("link", { name: "Publish…" }).click();
  await page.getByRole("button", { name: "Publish now" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your event is live" })).toBeVisible();
});

test("an organizer of several chooses whose event it is", async ({ page, attendee, appFixture }) => {
  await appFixture.organizer(attendee, "owner", "Alder House");
  const second = await appFixture.organizer(attendee, "manager", "Birch House");
  await page.goto("/organize/new-event");
  await page.getByLabel("Organizer").selectOption("Birch House");
  await visibleField(page, "Name").fill("Whose night");
  await expect(savedNotice(page)).toBeVisible();
  const [made] = await db
    .select()
    .from(events)
    .where(eq(events.slug, slugIn(page)));
  expect(made?.organizerId).toBe(second.id);
});

test("looking at the page for a new event makes none", async ({ page, attendee, appFixture }) => {
  const organizer = await appFixture.organizer(attendee);
  await page.goto("/organize/new-event");
  await visibleField(page, "Name").focus();
  await visibleField(page, "Venue").focus();
  await page.goto("/organize");
  expect(await db.select().from(events).where(eq(events.organizerId, organizer.id))).toEqual([]);
});

test.describe("with a clock that is wound", () => {
  test.use({ ownContext: true });

  test("opening a draft saves nothing, whoever made it", async ({ page, attendee, appFixture }) => {
    const organizer = await appFixture.organizer(attendee);
    const { slug: rowOnly } = await appFixture.event({
      organizerId: organizer.id,
      status: "draft",
      ticketTypes: [seat],
    });
    await page.goto("/organize/new-event");
    await fillDraft(page, "Nobody touches it");
    await addSeat(page);
    await expect(savedNotice(page)).toBeVisible();
    const typed = slugIn(page);
    const saves: string[] = [];
    page.on("request", (request) => {
      if (request.method() !== "GET" && request.url().includes("/api/organize/")) saves.push(request.url());
    });
    await page.clock.install();
    for (const slug of [rowOnly, typed]) {
      const before = await db.select().from(events).where(eq(events.slug, slug));
      await page.goto(`/organize/events/${slug}/edit`);
      // The scripts run once a tab opens, and with them the autosave.
      await expect(async () => {
        await page.getByRole("tab", { name: "Preview" }).click();
        await expect(page.getByRole("tab", { name: "Preview" })).toHaveAttribute("aria-selected", "true", {
          timeout: 500,
        });
      }).toPass();
      await page.clock.fastForward(10_000);
      await visibleField(page, "Venue").focus();
      await visibleField(page, "City").focus();
      // Leaving a page saves what there is to save, too.
      await page.getByRole("link", { name: "Organize", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: "My events" })).toBeVisible();
      expect(saves).toEqual([]);
      expect(await db.select().from(events).where(eq(events.slug, slug))).toEqual(before);
    }
  });
});

test("after a new event, the next new event is empty", async ({ page, attendee, appFixture }) => {
  await appFixture.organizer(attendee);
  await page.goto("/organize");
  await page.getByRole("link", { name: "New event" }).first().click();
  await visibleField(page, "Name").fill("The first of two");
  await expect(savedNotice(page)).toBeVisible();
  const first = slugIn(page);
  await page.getByRole("link", { name: "Organize", exact: true }).click();
  await page.getByRole("link", { name: "New event" }).first().click();
  const name = visibleField(page, "Name");
  await expect(name).toHaveValue("");
  await name.fill("The second of two");
  await expect(savedNotice(page)).toBeVisible();
  expect(slugIn(page)).not.toBe(first);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a plain form saves, adds ticket types and publishes", async ({ page, attendee, appFixture }) => {
    await appFixture.organizer(attendee);
    await page.goto("/organize/new-event");
    await visibleField(page, "Name").fill("Plain paper");
    await page.getByRole("button", { name: "Add ticket type" }).click();
    await expect(page).toHaveURL(/\/organize\/events\/(?!new)[^/]+\/edit$/);
    await visibleField(page, "Category").selectOption("music");
    await page.getByRole("textbox", { name: "Starts", exact: true }).fill("2030-12-12T19:30");
    await page.getByRole("textbox", { name: "Ends", exact: true }).fill("2030-12-12T23:00");
    await visibleField(page, "Venue").fill("The Ropeworks");
    await visibleField(page, "City").fill("Lisbon");
    await visibleField(page, "Country").selectOption("PT");
    await page.getByLabel("Ticket name").fill("Seat");
    await page.getByLabel("Price").fill("0");
    await page.getByRole("button", { name: "Publish…" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Not ready to publish yet" })).toBeVisible();
    await page.getByRole("link", { name: /^Capacity/ }).click();
    await visibleField(page, "Capacity").fill("12");
    await page.getByRole("button", { name: "Publish…" }).click();
    await page.getByRole("button", { name: "Publish now" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Your event is live" })).toBeVisible();
  });

  test("what is refused is said, with what was typed, and a save is confirmed", async ({
    page,
    attendee,
    appFixture,
  }) => {
    const organizer = await appFixture.organizer(attendee);
    const event = await appFixture.event({ organizerId: organizer.id, ticketTypes: [seat] });
    await page.goto(`/organize/events/${event.slug}/edit`);
    // More than a cookie holds.
    const description = "Long and loud. ".repeat(400).trim();
    await page.getByRole("textbox", { name: "About the event" }).fill(description);
    await visibleField(page, "Venue").fill("");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("Enter a venue.");
    await expect(page.getByRole("textbox", { name: "About the event" })).toHaveValue(description);
    await visibleField(page, "Venue").fill("The boat shed");
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    const [now] = await db.select().from(events).where(eq(events.slug, event.slug));
    expect(now).toMatchObject({ venue: "The boat shed", description });
  });
});
