import type { Page } from "@playwright/test";
import { expectResult, openCheckInPage, qrText, sellTickets, typeCode } from "./fixtures/check-in";
import { addSeat, fillDraft, savedNotice, visibleField } from "./fixtures/editor";
import { linkTo } from "./fixtures/inbox";
import { confirmBooking, reserve } from "./fixtures/steps";
import { expect, test } from "./fixtures/test";
import { setWaitingRoom } from "./fixtures/waiting-room";
import { makeNamedEvent, writingSystems } from "./fixtures/writing-systems";

/** The path in the address bar, as people read it. */
const pathOf = (page: Page) => decodeURIComponent(new URL(page.url()).pathname);

async function savedAs(page: Page, link: string | RegExp) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: link }).first().click(),
  ]);
  expect(await download.failure()).toBeNull();
  return download.suggestedFilename();
}

for (const script of writingSystems) {
  test(`n01: ${script.script}: from the organizer's page to tickets, files and mail`, async ({
    page,
    attendee,
    appFixture,
    inbox,
  }) => {
    const { event, organizer } = await makeNamedEvent(script, appFixture, await appFixture.attendee());
    await page.goto(`/organizers/${organizer.slug}`);
    await expect(page.getByRole("heading", { level: 1, name: script.organizerName })).toBeVisible();
    await page.getByRole("link", { name: script.eventName }).click();
    await expect(page.getByRole("heading", { level: 1, name: script.eventName })).toBeVisible();
    expect(pathOf(page)).toBe(`/events/${event.slug}`);
    await expect(page).toHaveTitle(new RegExp(script.eventName));
    const canonical = `/events/${encodeURIComponent(event.slug)}`;
    await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", new RegExp(`${canonical}$`));
    const [picture = ""] = await page
      .locator("meta[property='og:image']")
      .evaluateAll((all) => all.map((one) => one.getAttribute("content") ?? ""));
    expect((await page.request.get(new URL(picture).pathname)).headers()["content-type"]).toMatch(/^image\//);

    const reference = await reserve(page, event, 2);
    for (const name of await page.getByRole("textbox", { name: "Name" }).all()) await name.fill(script.organizerName);
    await confirmBooking(page);
    await expect(page.getByRole("heading", { name: script.eventName })).toBeVisible();
    expect(await savedAs(page, "Add to calendar")).toBe(`${event.slug}.ics`);

    const message = await inbox.waitForEmail(attendee.email, `Your tickets: ${event.name}`);
    expect(message.attachments.map((file) => file.filename)).toContain(`${event.slug}.ics`);
    await page.goto(linkTo("/bookings/", message));
    await expect(page).toHaveURL(new RegExp(`/bookings/${reference}$`));
    await page.getByRole("link", { name: script.eventName }).first().click();
    await expect(page.getByRole("link", { name: "View booking" })).toBeVisible();
    expect(pathOf(page)).toBe(`/events/${event.slug}`);
  });

  test(`n01: ${script.script}: from a name to a public page, and everything on the desk`, async ({
    page,
    attendee,
    appFixture,
    openBrowser,
  }) => {
    test.slow();
    await appFixture.organizer(attendee, "owner", script.organizerName);
    await page.goto("/organize/new-event");
    await fillDraft(page, script.eventName);
    await addSeat(page);
    await expect(savedNotice(page)).toBeVisible();
    await expect(page).toHaveURL(/\/organize\/events\/[^/]+\/edit$/);
    await page.reload();
    await expect(visibleField(page, "Name")).toHaveValue(script.eventName);
    await page.getByRole("button", { name: "Publish…" }).click();
    await page.getByRole("button", { name: "Publish now" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Your event is live" })).toBeVisible();
    await page.getByRole("link", { name: "View event page" }).click();
    await expect(page.getByRole("heading", { level: 1, name: script.eventName })).toBeVisible();
    const slug = pathOf(page).split("/")[2] ?? "";
    expect(slug).toMatch(script.script === "german" ? /^strassenfest-am-grossen-barenplatz/ : /^[\p{L}\p{M}\d-]+$/u);

    // What was rendered before is not shown after a change.
    const visitor = await openBrowser();
    await visitor.goto(`/events/${slug}`);
    await page.goto(`/organize/events/${slug}/edit`);
    await visibleField(page, "Venue").fill(script.organizerName);
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(savedNotice(page)).toBeVisible();
    await visitor.reload();
    await expect(visitor.getByText(script.organizerName, { exact: true }).first()).toBeVisible();

    await page.goto(`/organize/events/${slug}`);
    const tabs = page.getByRole("navigation", { name: "This event" });
    for (const name of ["Attendees", "Waitlist", "Messages", "Insights", "Overview"]) {
      await tabs.getByRole("link", { name, exact: true }).click();
      await expect(tabs.getByRole("link", { name, exact: true })).toHaveAttribute("aria-current", "page");
      await expect(page.getByRole("heading", { level: 1 }).filter({ visible: true }).first()).toBeVisible();
    }
    await page.goto(`/organize/events/${slug}/insights`);
    expect(await savedAs(page, "Download insights as Excel workbook")).toMatch(
      new RegExp(`^insights-${slug}-[\\d-]+\\.xlsx$`),
    );
    // A preview of what is public leads there.
    await page.goto(`/organize/events/${slug}/preview`);
    await expect.poll(() => pathOf(page)).toBe(`/events/${slug}`);
  });

  test(`n01: ${script.script}: the queue and the door`, async ({ page, attendee, appFixture, openBrowser }) => {
    const { event } = await makeNamedEvent(script, appFixture, attendee);
    await appFixture.updateEvent(event, { waitingRoom: true });
    const visitor = await openBrowser();
    await visitor.goto(`/events/${event.slug}/queue/enter`);
    await expect(visitor.getByRole("heading", { level: 1 })).toBeVisible();
    expect(pathOf(visitor)).toMatch(new RegExp(`^/events/${event.slug}(/queue)?$`));
    await setWaitingRoom(event, { isPaused: true });

    const path = `/organize/events/${event.slug}/check-in`;
    await openCheckInPage(page, path);
    expect(pathOf(page)).toBe(path);
    const scope = await page.evaluate(async () => new URL((await navigator.serviceWorker.ready).scope).pathname);
    expect(decodeURIComponent(scope)).toBe(path);
    const manifest = (await page.locator("link[rel=manifest]").getAttribute("href")) ?? "";
    expect(decodeURIComponent((await (await page.request.get(manifest)).json()).scope)).toBe(path);
    const { first } = await sellTickets(appFixture, event);
    await typeCode(page, await qrText(event, first));
    await expectResult(page, "Not today");
  });
}

test("n01: an event called “New” has an overview of its own, and so has one from before that was forbidden", async ({
  page,
  attendee,
  appFixture,
}) => {
  const organizer = await appFixture.organizer(attendee);
  await page.goto("/organize/new-event");
  await visibleField(page, "Name").fill("New");
  await expect(page).toHaveURL(/\/organize\/events\/new-event[^/]*\/edit$/);
  await expect(savedNotice(page)).toBeVisible();
  await page.goto(pathOf(page).replace(/\/edit$/, ""));
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();

  // An address that people have kept.
  await page.goto("/organize/events/new");
  await expect(page).toHaveURL(/\/organize\/new-event$/);
  const event = await appFixture.event({ organizerId: organizer.id, name: "New", slug: "new" });
  try {
    await page.goto("/organize/events/new");
    await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  } finally {
    await appFixture.updateEvent(event, { slug: `new-${crypto.randomUUID()}` });
  }
});
