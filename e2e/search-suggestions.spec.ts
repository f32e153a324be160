import { addDays } from "date-fns";
import { expect, test } from "./fixtures/test";

const field = (page: import("@playwright/test").Page) => page.getByRole("combobox", { name: "Search for events" });
const offered = (page: import("@playwright/test").Page) =>
  page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");
const oneWord = () => `quince${crypto.randomUUID().replaceAll(/[^a-f]/g, "")}`;

test("what is typed offers events, and the keys choose one", async ({ page, appFixture }) => {
  const word = oneWord();
  await appFixture.event({ name: `First ${word}`, startsAt: addDays(new Date(), 40) });
  const second = await appFixture.event({ name: `Second ${word}`, startsAt: addDays(new Date(), 41) });
  await page.goto("/");
  await field(page).pressSequentially(word.slice(0, -1));
  const options = offered(page);
  await expect(options).toHaveText([new RegExp(`^First ${word}`), new RegExp(`^Second ${word}`)]);
  await expect(page.getByRole("status").filter({ hasText: "2 suggestions" })).toBeAttached();
  await expect(field(page)).toHaveAttribute("aria-expanded", "true");

  await page.keyboard.press("ArrowDown");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  // Past the last and back, by way of the field.
  for (const [key, selected] of [
    ["ArrowUp", 0],
    ["ArrowUp", 1],
    ["ArrowDown", 0],
    ["ArrowDown", 1],
    ["ArrowDown", 1],
  ] as const) {
    await page.keyboard.press(key);
    await expect(options.and(page.locator("[aria-selected=true]"))).toHaveCount(selected);
  }
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/events/${second.slug}`);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Good evenings start here." })).toBeVisible();
  await expect(options).toHaveCount(0);
});

test("Escape closes the list, Enter searches for what was typed, and a click opens an event", async ({
  page,
  appFixture,
}) => {
  const word = oneWord();
  const event = await appFixture.event({ name: `Only ${word}` });
  await page.goto("/events");
  const options = offered(page);
  await field(page).fill(word);
  await expect(options).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(options).toHaveCount(0);
  await expect(field(page)).toHaveValue(word);
  await page.keyboard.press("ArrowDown");
  await expect(options).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`[?]q=${word}(&|$)`));
  await expect(page.getByRole("heading", { level: 3, name: `Only ${word}` })).toBeVisible();

  await field(page).fill(word.slice(0, -1));
  await options.first().click();
  await expect(page).toHaveURL(`/events/${event.slug}`);
});

test.describe("without an answer", () => {
  test.use({ expectedErrors: [/status of 503/] });

  test("without an answer, the field is as without scripts", async ({ page, appFixture }) => {
    const word = oneWord();
    await appFixture.event({ name: `Only ${word}` });
    await page.route("**/api/suggestions?**", (route) => route.fulfill({ status: 503, json: { code: "UNKNOWN" } }));
    await page.goto("/events");
    const answered = page.waitForResponse("**/api/suggestions?**");
    await field(page).fill(word);
    await answered;
    await expect(offered(page)).toHaveCount(0);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 3, name: `Only ${word}` })).toBeVisible();
  });
});
