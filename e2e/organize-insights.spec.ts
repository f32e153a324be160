import { insightsScenes } from "./fixtures/scenes/insights";
import { openScene } from "./fixtures/scenes/scene";
import { expect, test } from "./fixtures/test";

const scene = (name: string) => {
  const found = insightsScenes.find((one) => one.name === name);
  if (!found) throw new Error(`no scene ${name}`);
  return found;
};

test("an event's numbers: a sentence, a picture, and the table behind it, with the keyboard alone", async ({
  page,
  attendee,
  appFixture,
}) => {
  await openScene(scene("event-insights"), page, { appFixture: appFixture, me: attendee });
  const sales = page.getByRole("region", { name: "Sales over time" });
  await expect(sales).toContainText("8 tickets were sold in 3 bookings. 2 tickets have been cancelled since.");
  await expect(page.getByRole("region", { name: "Revenue over time", exact: true })).toContainText(
    "€192 was sold and €48 of it cancelled, leaving €144.",
  );
  await expect(sales.locator("[data-chart] svg.recharts-surface")).toBeVisible();

  const numbers = sales.locator("summary");
  await numbers.focus();
  await page.keyboard.press("Enter");
  const table = sales.getByRole("table", { name: "Sales over time: data" });
  await expect(table.locator("tbody tr").last().getByRole("cell").last()).toHaveText("6");
  await expect(page.getByRole("region", { name: "Pace against capacity" })).toContainText("100% of 6 seats are sold");
  await expect(page.getByRole("region", { name: "Waitlist demand" })).toContainText(
    "1 person joined for 2 tickets. 2 tickets couldn’t be offered, worth at least €24",
  );
});

test("across events: the period and the organizer are in the address, and back undoes them", async ({
  page,
  attendee,
  appFixture,
}) => {
  await openScene(scene("insights"), page, { appFixture: appFixture, me: attendee });
  await expect(page.getByRole("region", { name: "By event" })).toContainText(
    "9 tickets for €216 are booked at 2 events",
  );
  await page.getByRole("navigation", { name: "Period" }).getByRole("link", { name: "7 days" }).click();
  await expect(page).toHaveURL(/period=7d/);
  await page
    .getByRole("navigation", { name: "Organizer" })
    .getByRole("link", { name: /^An evening that/ })
    .click();
  await expect(page.getByRole("heading", { name: "Nothing to show for this period" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("region", { name: "By event" })).toBeVisible();
});

test("different currencies are never added", async ({ page, attendee, appFixture }) => {
  const organizer = await appFixture.organizer(attendee);
  for (const [currency, price] of [
    ["EUR", 1000],
    ["JPY", 3000],
  ] as const) {
    const event = await appFixture.event({ organizerId: organizer.id, currency, ticketTypes: [{ price }] });
    await appFixture.book(event, await appFixture.attendee(), 2);
  }
  await page.goto("/organize/insights");
  await expect(page.getByRole("region", { name: "By event" })).toContainText(
    "4 tickets for €20 and ¥6,000 are booked at 2 events",
  );
  await expect(page.getByRole("region", { name: "Revenue over time in EUR" })).toContainText("€20 was sold");
  await expect(page.getByRole("region", { name: "Revenue over time in JPY" })).toContainText("¥6,000 was sold");
});

test("door staff see no figures", async ({ page, attendee, appFixture }) => {
  const organizer = await appFixture.organizer(attendee, "door_staff");
  const event = await appFixture.event({ organizerId: organizer.id });
  await page.goto(`/organize/events/${event.slug}/insights`);
  await expect(page).toHaveURL(/\/organize\?denied=insights\.view/);
  await page.goto("/organize/insights");
  await expect(page).toHaveURL(/\/organize\?denied=insights\.view/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the sentence and the table are there, and no empty frame", async ({ page, attendee, appFixture }) => {
    const { path } = scene("event-insights");
    await page.goto(typeof path === "string" ? path : await path({ appFixture: appFixture, me: attendee }));
    const sales = page.getByRole("region", { name: "Sales over time" });
    await expect(sales).toContainText("8 tickets were sold in 3 bookings");
    await expect(sales.locator("[data-chart]")).toBeHidden();
    await sales.locator("summary").click();
    await expect(sales.locator("tbody tr").last().getByRole("cell").last()).toHaveText("6");
  });
});
