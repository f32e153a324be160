import { addDays } from "date-fns";
import type { AppFixture } from "./fixtures/app-fixture";
import { expect, test } from "./fixtures/test";

test.use({ javaScriptEnabled: false });

const oneWord = () => `zephyr${crypto.randomUUID().replaceAll(/[^a-f]/g, "")}`;
const titles = (page: import("@playwright/test").Page) => page.getByRole("main").getByRole("heading", { level: 3 });

/** Four events that only their own word finds. */
async function fourEvents(appFixture: AppFixture, word: string) {
  const on = (days: number) => ({ startsAt: addDays(new Date(), days), summary: word });
  const price = (amount: number) => ({ ticketTypes: [{ price: amount }] });
  await appFixture.event({ name: "Early and free", ...on(40) });
  await appFixture.event({ name: "In Tokyo", city: "Tokyo", country: "JP", ...on(41), ...price(1500) });
  await appFixture.event({ name: "A film", category: "film", ...on(42), ...price(900) });
  await appFixture.soldOutEvent({ name: "Sold out", ...on(43) });
}

test("words, city, category, price, availability and order are in the address", async ({ page, appFixture }) => {
  const word = oneWord();
  await fourEvents(appFixture, word);
  const all = ["Early and free", "In Tokyo", "A film", "Sold out"];
  const expectations: [query: string, names: string[]][] = [
    ["", all],
    ["&city=Tokyo", ["In Tokyo"]],
    ["&category=film", ["A film"]],
    ["&price=free", ["Early and free", "Sold out"]],
    ["&price=paid", ["In Tokyo", "A film"]],
    ["&available=1", ["Early and free", "In Tokyo", "A film"]],
    ["&sort=latest", all.toReversed()],
    ["&category=film&price=free", []],
  ];
  for (const [query, names] of expectations) {
    await page.goto(`/events?q=${word}${query}`);
    await expect(titles(page), query).toHaveText(names);
  }
  const day = addDays(new Date(), 41).toISOString().slice(0, 10);
  await page.goto(`/events?q=${word}&from=${day}&to=${day}`);
  await expect(titles(page)).toHaveText(["In Tokyo"]);
});

test("the form works without scripts, and keeps what was asked", async ({ page, appFixture }) => {
  const word = oneWord();
  await fourEvents(appFixture, word);
  await page.goto("/");
  await page.getByRole("searchbox").fill(word);
  await page.getByRole("button", { name: "Search" }).click();
  await expect(titles(page)).toHaveCount(4);
  await expect(page.getByRole("searchbox")).toHaveValue(word);

  await page.getByText("Filters").click();
  await page.getByLabel("Category").selectOption("film");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/category=film/);
  await expect(titles(page)).toHaveText(["A film"]);
  await titles(page).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "A film" })).toBeVisible();
});

test("long lists go on, and back, by what was seen last", async ({ page, appFixture }) => {
  const word = oneWord();
  const organizerId = (await appFixture.event()).organizerId;
  const startsAt = addDays(new Date(), 50);
  // All at the same moment: only the second key of the order tells them apart.
  for (let number = 0; number < 30; number += 1) {
    await appFixture.event({ organizerId, summary: word, name: `Number ${number}`, startsAt });
  }
  await page.goto(`/events?q=${word}`);
  const first = await titles(page).allTextContents();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/after=/);
  const seen = new Set([...first, ...(await titles(page).allTextContents())]);
  for (let next = page.getByRole("link", { name: "Next" }); await next.isVisible(); ) {
    const address = page.url();
    await next.click();
    await expect(page).not.toHaveURL(address);
    for (const title of await titles(page).allTextContents()) seen.add(title);
  }
  expect(seen.size).toBe(30);

  for (let previous = page.getByRole("link", { name: "Previous" }); await previous.isVisible(); ) {
    const address = page.url();
    await previous.click();
    await expect(page).not.toHaveURL(address);
  }
  await expect(titles(page)).toHaveText(first);
});

test("what an address gets wrong is said, and the rest of it counts", async ({ page }) => {
  await page.goto("/events?category=nonsense&from=tomorrow&after=broken");
  await expect(page.getByText("That category doesn’t exist, so all categories are shown.")).toBeVisible();
  await expect(titles(page).first()).toBeVisible();
});

test("words that are like others lead to them, and what stands in the way can be left out", async ({
  page,
  appFixture,
}) => {
  const word = oneWord();
  await fourEvents(appFixture, word);
  const typo = `${word.slice(0, -1)}${word.endsWith("x") ? "y" : "x"}`;
  await page.goto(`/events?q=${typo}`);
  await expect(page.getByRole("heading", { name: "No matching events" })).toBeVisible();
  await page.getByRole("link", { name: word }).click();
  await expect(titles(page)).toHaveCount(4);

  await page.goto(`/events?q=${word}&category=film&price=free`);
  await page.getByRole("link", { name: "Free and paid: 1 event" }).click();
  await expect(titles(page)).toHaveText(["A film"]);

  await page.goto(`/events?q=${word}&city=Cairo`);
  await page.getByRole("navigation", { name: "In other cities" }).getByRole("link", { name: "Tokyo" }).click();
  await expect(titles(page)).toHaveText(["In Tokyo"]);

  const day = (days: number) => addDays(new Date(), days).toISOString().slice(0, 10);
  await page.goto(`/events?q=${word}&from=${day(45)}&to=${day(46)}`);
  await expect(page.getByRole("region", { name: "On nearby dates" }).getByRole("heading", { level: 3 })).toHaveText([
    "Sold out",
  ]);
});

test("a city among the words, by another of its names, is where events are looked for", async ({
  page,
  appFixture,
}) => {
  const word = oneWord();
  await fourEvents(appFixture, word);
  await page.goto(`/events?q=${word}+tokio`);
  await expect(titles(page)).toHaveText(["In Tokyo"]);
  await expect(page.getByRole("heading", { name: "1 event in Tokyo" })).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveValue(`${word} tokio`);
  await page.getByRole("link", { name: "Search all cities instead" }).click();
  await expect(page.getByRole("heading", { name: "No matching events" })).toBeVisible();
});
