import type { Page } from "@playwright/test";
import { addDays } from "date-fns";
import { openDashboard } from "./fixtures/open-dashboard";
import { expect, test } from "./fixtures/test";

const group = (page: Page, label: string) => page.getByRole("group", { name: label });
const calendarOf = (page: Page, label: string) =>
  group(page, label)
    .getByRole("button", { name: /calendar/i })
    .click();

async function openNew(page: Page, appFixture: { organizer: (me: never) => Promise<unknown> }, me: unknown) {
  await appFixture.organizer(me as never);
  await openDashboard(page, "/organize/new-event");
  await page.getByLabel("Time zone").selectOption("Europe/Lisbon");
}

test("a start that is typed or picked sets an end two hours later, until somebody says otherwise", async ({
  page,
  attendee,
  appFixture,
}) => {
  await openNew(page, appFixture, attendee);
  await group(page, "Starts").getByRole("spinbutton").first().focus();
  await page.keyboard.type("121220301930");
  await expect(page.locator("input[name=startsAt]")).toHaveValue("2030-12-12T19:30");
  await expect(page.locator("input[name=endsAt]")).toHaveValue("2030-12-12T21:30");
  await expect(page.getByText(/Lasts 2 h$/)).toBeVisible();
  await page.getByRole("combobox", { name: "Time of Starts" }).selectOption("18:00");
  await expect(page.locator("input[name=startsAt]")).toHaveValue("2030-12-12T18:00");
  await expect(page.locator("input[name=endsAt]")).toHaveValue("2030-12-12T20:00");
  await page.getByRole("combobox", { name: "Time of Ends" }).selectOption("23:00");
  await page.getByRole("combobox", { name: "Time of Starts" }).selectOption("20:00");
  await expect(page.locator("input[name=endsAt]")).toHaveValue("2030-12-12T23:00");
  await expect(page.getByText(/Lasts 3 h$/)).toBeVisible();
});

test("the calendar covers no label, and days that are over cannot be picked", async ({
  page,
  attendee,
  appFixture,
}) => {
  await openNew(page, appFixture, attendee);
  for (const height of [900, 560]) {
    await page.setViewportSize({ width: 1280, height });
    await calendarOf(page, "Starts");
    const calendar = page.getByRole("dialog");
    await expect(calendar).toBeVisible();
    const label = await group(page, "Starts").evaluate((element) => {
      const { top, bottom } = (element.previousElementSibling ?? element).getBoundingClientRect();
      return { top, bottom };
    });
    const box = await calendar.boundingBox();
    if (!box) throw new Error("No calendar.");
    expect(box.y >= label.bottom || box.y + box.height <= label.top + 1, `covers its label at ${height}`).toBe(true);
    await page.keyboard.press("Escape");
    await expect(calendar).toBeHidden();
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await calendarOf(page, "Starts");
  const today = new Date();
  const name = (at: Date) =>
    new RegExp(at.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" }));
  await expect(page.getByRole("button", { name: "Previous" })).toBeDisabled();
  if (today.getDate() > 1) {
    await expect(page.getByRole("button", { name: name(addDays(today, -1)) })).toBeDisabled();
  }
  await page.getByRole("button", { name: name(today) }).click();
  await expect(page.locator("input[name=startsAt]")).toHaveValue(/T19:00$/);
  await expect(page.locator("input[name=endsAt]")).toHaveValue(/T21:00$/);
});

test.describe("an American's browser", () => {
  test.use({ locale: "en-US" });

  test("writes the month first, on a clock of twelve hours", async ({ page, attendee, appFixture }) => {
    await openNew(page, appFixture, attendee);
    const parts = group(page, "Starts").getByRole("spinbutton");
    await expect(parts.first()).toHaveAccessibleName(/month/);
    await expect(parts).toHaveCount(6);
    await parts.first().focus();
    await page.keyboard.type("123120300730PM");
    await expect(page.locator("input[name=startsAt]")).toHaveValue("2030-12-31T19:30");
    await expect(page.getByRole("combobox", { name: "Time of Ends" })).toHaveValue("21:30");
  });
});
