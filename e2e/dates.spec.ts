import type { Page } from "@playwright/test";
import type { AppFixture } from "./fixtures/app-fixture";
import { waitForHydration } from "./fixtures/open-dashboard";
import { expect, test } from "./fixtures/test";

// 19:30 to 22:30 on a Thursday in New York.
const startsAt = new Date("2030-12-13T00:30:00Z");
const endsAt = new Date("2030-12-13T03:30:00Z");
const aWeekBefore = new Date("2030-12-06T12:00:00Z");

// The reader's own clock shows the event's time, so that it is not shown twice.
test.use({ timezoneId: "America/New_York" });

function eventInNewYork(appFixture: AppFixture) {
  const name = `Late show ${crypto.randomUUID().slice(0, 8)}`;
  return appFixture.event({
    ...{ name, startsAt, endsAt, salesEndAt: startsAt },
    ...{ timeZone: "America/New_York", city: "New York", country: "US" },
  });
}

const dateOnPage = (page: Page) => page.getByRole("main").locator("time[data-date-style=full]").first();
const dateInList = (page: Page, name: string) => page.getByRole("article").filter({ hasText: name }).locator("time");

/** Records, from the first paint on, what moves on each page that is opened. */
async function watchLayoutShifts(page: Page) {
  await page.addInitScript(() => {
    const shifts: { value: number; at: number; nodes: Node[] }[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, startTime, sources } = entry as PerformanceEntry & {
          value: number;
          sources: { node: Node | null }[];
        };
        shifts.push({ value, at: startTime, nodes: sources.flatMap(({ node }) => node ?? []) });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** By how much a date, or what stands beside one, moved until the page was loaded. */
async function shiftOfDates(page: Page) {
  return page.evaluate(async () => {
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    const { shifts } = window as unknown as { shifts: { value: number; at: number; nodes: Node[] }[] };
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const loadedAt = navigation?.loadEventEnd ?? 0;
    const dates = [...document.querySelectorAll("time[data-date-style]")];
    const isDate = (node: Node) => dates.some((date) => node.contains(date) || date.parentElement?.contains(node));
    return shifts
      .filter(({ at, nodes }) => at <= loadedAt && nodes.some(isDate))
      .reduce((total, { value }) => total + value, 0);
  });
}

const readers = [
  { locale: "en-US", full: "Thu, December 12, 7:30 PM – 10:30 PM EST", short: "Thu, Dec 12, 7:30 PM" },
  { locale: "de-DE", full: "Thu 12 December, 19:30 – 22:30 Eastern Time", short: "Thu 12 Dec, 19:30" },
  { locale: "ja-JP", full: "Thu, December 12, 19:30 – 22:30 EST", short: "Thu, Dec 12, 19:30" },
];

for (const { locale, full, short } of readers) {
  test.describe(`a reader in ${locale}`, () => {
    test.use({ locale });

    test("sees the date as they write it, without the year, and nothing moves", async ({
      page,
      appFixture,
      attendee: _,
    }) => {
      const event = await eventInNewYork(appFixture);
      const hydrationProblems: string[] = [];
      page.on("console", (message) => {
        if (/hydrat|React error #4\d\d/i.test(message.text())) hydrationProblems.push(message.text());
      });
      await page.clock.setFixedTime(aWeekBefore);
      await watchLayoutShifts(page);

      await page.goto(`/events/${event.slug}`);
      await expect(dateOnPage(page)).toHaveText(full);
      expect(await shiftOfDates(page)).toBe(0);
      await waitForHydration(page);
      await expect(dateOnPage(page)).toHaveText(full);

      await page.goto(`/events?q=${encodeURIComponent(event.name)}`);
      await expect(dateInList(page, event.name)).toHaveText(short);
      expect(await shiftOfDates(page)).toBe(0);
      await waitForHydration(page);
      await expect(dateInList(page, event.name)).toHaveText(short);
      expect(hydrationProblems).toEqual([]);
    });
  });
}

test.describe("without scripts", () => {
  test.use({ locale: "en-US", javaScriptEnabled: false });

  test("a date is shown in full, with its year", async ({ page, appFixture }) => {
    const event = await eventInNewYork(appFixture);
    await page.goto(`/events/${event.slug}`);
    await expect(dateOnPage(page)).toHaveText("Thu 12 December 2030, 19:30 – 22:30 Eastern Time");
    await page.goto(`/events?q=${encodeURIComponent(event.name)}`);
    await expect(dateInList(page, event.name)).toHaveText("Thu 12 Dec 2030, 19:30");
  });
});
