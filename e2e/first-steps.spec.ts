import type { Page } from "@playwright/test";
import { openDashboard, waitForHydration } from "./fixtures/open-dashboard";
import { expect, test } from "./fixtures/test";

/** The router keeps pages that were left in the document, hidden. */
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true }).filter({ visible: true });

const bar = (page: Page) => page.getByRole("navigation", { name: "Organize" });

test("whoever starts to organize has the whole navigation at once", async ({ page, attendee }) => {
  await openDashboard(page, "/organize");
  await page.getByLabel("Name").fill(`First steps ${attendee.id}`);
  await page.getByRole("button", { name: "Start organizing" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Team" })).toBeVisible();
  for (const name of ["Events", "Insights", "Import", "Team", "Audit log"]) {
    await expect(bar(page).getByRole("link", { name, exact: true })).toBeVisible();
  }
});

test("whoever leaves their only team loses its navigation at once", async ({ page, attendee, appFixture }) => {
  const organizer = await appFixture.organizer(attendee);
  await appFixture.joinTeam(organizer, await appFixture.attendee(), "owner");
  await openDashboard(page, "/organize/team");
  await expect(bar(page).getByRole("link", { name: "Insights" })).toBeVisible();
  await page.getByRole("button", { name: /^Leave/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Leave/ })
    .click();
  await expect(page).toHaveURL(/\/organize$/);
  await expect(bar(page).getByRole("link", { name: "Insights" })).toBeHidden();
});

test("the frame around an event says what was typed into its draft, there and on the page to publish it", async ({
  page,
  attendee,
  appFixture,
}) => {
  const { id: organizerId } = await appFixture.organizer(attendee);
  const draft = await appFixture.event({ organizerId, name: "Half a plan", status: "draft" });
  await openDashboard(page, `/organize/events/${draft.slug}/edit`);
  await field(page, "Name").fill("The whole plan");
  await page.getByRole("group", { name: "Starts" }).getByRole("spinbutton").first().focus();
  await page.keyboard.type("121220301930");
  const heading = page.locator("strong").filter({ hasText: "The whole plan", visible: true });
  await expect(heading).toBeVisible();
  await page.getByRole("button", { name: "Publish…" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /to publish/ })).toBeVisible();
  await expect(heading).toBeVisible();
  await expect(
    page
      .getByText(/12 Dec 2030, 19:30/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
});

test("Publish… on an empty form lists what is missing, marks it, and begins with the first", async ({
  page,
  attendee,
  appFixture,
}) => {
  await appFixture.organizer(attendee);
  await openDashboard(page, "/organize/new-event");
  await page.getByRole("button", { name: "Publish…" }).click();
  const summary = page.getByRole("main").getByRole("alert").filter({ hasText: "Not ready to publish yet" });
  await expect(summary).toBeVisible();
  for (const missing of ["Give the event a name.", "Choose a category.", "Enter when it starts.", "Enter a city."]) {
    await expect(summary.getByRole("link", { name: missing })).toBeVisible();
  }
  await expect(field(page, "Name")).toBeFocused();
  await expect(field(page, "Name")).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, "City")).toHaveAttribute("aria-invalid", "true");
  await summary.getByRole("link", { name: "Enter a city." }).click();
  await expect(field(page, "City")).toBeFocused();
});

test("Reserve with nothing chosen says so at once, and the button keeps the focus", async ({ page, appFixture }) => {
  const event = await appFixture.event({ ticketTypes: [{ name: "Floor" }, { name: "Balcony" }] });
  await page.goto(`/events/${event.slug}`);
  await page.waitForLoadState("networkidle");
  const posts: string[] = [];
  page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
  await page.getByRole("button", { name: "Reserve" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Choose at least one ticket")).toBeVisible();
  await expect(page.getByRole("button", { name: "Reserve" })).toBeFocused();
  expect(posts).toEqual([]);
});

test("a form that is refused leaves the focus with its button", async ({ page, attendee, appFixture }) => {
  const event = await appFixture.event({ capacity: 1 });
  const { reference } = await appFixture.hold(event, attendee);
  await page.goto(`/checkout/${reference}`);
  await waitForHydration(page);
  await page.getByRole("checkbox", { name: "I accept" }).check();
  await appFixture.expireHold(reference);
  await appFixture.book(event, await appFixture.attendee());
  await page.getByRole("button", { name: "Confirm booking" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expect(page.getByRole("button", { name: "Confirm booking" })).toBeFocused();
});

test("a stepper at its end keeps the focus", async ({ page, appFixture }) => {
  const event = await appFixture.event({ ticketTypes: [{ name: "Floor" }, { name: "Balcony" }] });
  await page.goto(`/events/${event.slug}`);
  await page.waitForLoadState("networkidle");
  const floor = page.getByRole("group", { name: "Floor" });
  await floor.getByRole("button", { name: "One more, Quantity" }).click();
  await floor.getByRole("button", { name: "One less, Quantity" }).focus();
  await page.keyboard.press("Enter");
  await expect(floor.getByRole("spinbutton")).toHaveValue("0");
  await expect(floor.getByRole("button", { name: "One less, Quantity" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(floor.getByRole("spinbutton")).toHaveValue("0");
});

/** Where the words of an element stand, as a line that is put before them would show. */
const baseline = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const mark = document.createElement("span");
      mark.style.cssText = "display: inline-block; width: 0; height: 0";
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
      const probe = document.createElement("span");
      probe.append(mark, text?.textContent ?? "");
      text?.parentNode?.replaceChild(probe, text);
      const { bottom } = mark.getBoundingClientRect();
      if (text) probe.replaceWith(text);
      return bottom;
    });

test("the words of the organizers' bar stand on one line", async ({ page, attendee, appFixture }) => {
  await appFixture.organizer(attendee);
  await page.setViewportSize({ width: 1280, height: 800 });
  await openDashboard(page, "/organize");
  const [title, link] = [await baseline(page, "header a[href='/organize']"), await baseline(page, "header nav a")];
  expect(Math.abs(title - link)).toBeLessThanOrEqual(1);
});

test("a page that comes back from the browser's memory after somebody signed out is loaded anew", async ({
  page,
  context,
  attendee,
  appFixture,
}) => {
  const { reference } = await appFixture.book(await appFixture.event(), attendee);
  await page.goto(`/bookings/${reference}`);
  await waitForHydration(page);
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  await context.clearCookies();
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByText(attendee.name)).toBeHidden();
});
