import type { Page } from "@playwright/test";
import { addDays, subDays } from "date-fns";
import type { AppFixture, TestEvent } from "./fixtures/app-fixture";
import { tabTo } from "./fixtures/steps";
import { expect, test } from "./fixtures/test";

const inDays = (days: number) => ({ startsAt: addDays(new Date(), days) });
const over = { startsAt: subDays(new Date(), 3), endsAt: subDays(new Date(), 2) };
const names = (page: Page) => page.getByRole("list", { name: "Events" }).getByRole("heading", { level: 2 });

async function sell(appFixture: AppFixture, event: TestEvent, quantity: number) {
  await appFixture.book(event, await appFixture.attendee(), quantity);
}

test("my events say what they sold, hold and who waits; drafts that start soon want me", async ({
  page,
  appFixture,
  attendee,
}) => {
  const { id: organizerId } = await appFixture.organizer(attendee);
  const full = await appFixture.event({
    organizerId,
    name: "Night one",
    capacity: 5,
    ...inDays(20),
    ticketTypes: [{ price: 1_250 }],
  });
  await appFixture.event({ organizerId, name: "Night two", ...inDays(30) });
  await appFixture.event({ organizerId, name: "Draft about to start", status: "draft", ...inDays(4) });
  await appFixture.event({ organizerId, name: "Past night", ...over });
  await appFixture.event({ name: "Night of somebody else", ...inDays(21) });
  await sell(appFixture, full, 3);
  await appFixture.hold(full, await appFixture.attendee(), 2);
  await appFixture.joinWaitlist(full, await appFixture.attendee(), 2);

  await page.goto("/organize");
  await expect(names(page)).toHaveText(["Night one", "Night two"]);
  const first = page.getByRole("listitem").filter({ hasText: "Night one" });
  await expect(first).toContainText("3 of 5 sold");
  await expect(first).toContainText("2 held");
  await expect(first).toContainText("1 waiting");
  await expect(first).toContainText("€37.50");
  await expect(page.getByRole("region", { name: "Needs attention" })).toContainText("Draft about to start");

  await page.getByRole("link", { name: "Past", exact: true }).click();
  await expect(names(page)).toHaveText(["Past night"]);
  await page.goBack();
  await expect(names(page)).toHaveText(["Night one", "Night two"]);
  await page.getByRole("link", { name: "Night one" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "3" }).first()).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the list is paged and searched by its address", async ({ page, appFixture, attendee }) => {
    const { id: organizerId } = await appFixture.organizer(attendee);
    for (let number = 1; number <= 26; number += 1) {
      await appFixture.event({ organizerId, name: `Night ${number}`, ...inDays(number) });
    }
    await appFixture.event({ organizerId, name: "Morning swim", ...inDays(40) });
    await page.goto("/organize");
    await expect(names(page)).toHaveCount(25);
    await page.getByRole("link", { name: "Next" }).click();
    await expect(names(page)).toHaveText(["Night 26", "Morning swim"]);
    await page.getByRole("link", { name: "Previous" }).click();
    await expect(names(page).first()).toHaveText("Night 1");
    await page.getByLabel("Search my events").fill("mórn");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(names(page)).toHaveText(["Morning swim"]);
  });
});

test("the command palette finds events, people and pages from the keyboard, and only mine", async ({
  page,
  appFixture,
  attendee,
}) => {
  const { id: organizerId } = await appFixture.organizer(attendee);
  const word = `zephyr${crypto.randomUUID().slice(0, 8)}`;
  const mine = await appFixture.event({ organizerId, name: `Night of ${word}` });
  const others = await appFixture.event({ name: `Another ${word}` });
  const guest = await appFixture.attendee({ name: `Émile ${word}` });
  const { reference } = await appFixture.book(mine, guest);
  await appFixture.book(others, guest);

  await page.goto("/organize");
  const input = page.getByRole("combobox", { name: "Go to" });
  // Until the scripts have arrived, the keys do nothing.
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(input).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.type(`emile ${word}`);
  await expect(page.getByRole("option", { name: /Émile/ })).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/organize/events/${mine.slug}/attendees/${reference}$`));

  await page.keyboard.press("Control+k");
  await page.keyboard.type(word);
  await expect(page.getByRole("option", { name: new RegExp(`^Night of ${word}`) })).toBeVisible();
  await expect(page.getByRole("option", { name: `Another ${word}` })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(input).toBeHidden();
  await tabTo(page.getByRole("button", { name: "Go to" }));
  await page.keyboard.press("Enter");
  await page.keyboard.type("team");
  await expect(page.getByRole("option", { name: "Team" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/organize\/team$/);
});

test("on a phone, the tab of the current page is in view", async ({ page, appFixture, attendee }) => {
  const { id: organizerId } = await appFixture.organizer(attendee);
  const event = await appFixture.event({ organizerId });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/organize/events/${event.slug}/insights`);
  const tabs = page.getByRole("navigation", { name: "This event" });
  await expect(tabs.getByRole("link", { name: "Insights" })).toBeInViewport({ ratio: 1 });
  await page.goto("/organize/audit");
  const pages = page.getByRole("navigation", { name: "Organize" });
  await expect(pages.getByRole("link", { name: "Audit log" })).toBeInViewport({ ratio: 1 });
});
