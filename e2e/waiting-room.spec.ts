import { addSeconds } from "date-fns";
import { openDashboard } from "./fixtures/open-dashboard";
import { quantityInput } from "./fixtures/steps";
import { expect, test } from "./fixtures/test";
import { fillQueue, setWaitingRoom } from "./fixtures/waiting-room";

const checkout = { level: 1, name: "Checkout" } as const;

test("from the lobby through the draw to the checkout", async ({ page, attendee, appFixture }) => {
  const event = await appFixture.event({ waitingRoom: true, salesStartAt: addSeconds(new Date(), 15) });
  await page.goto(`/events/${event.slug}`);
  await page.getByRole("link", { name: "Join the lobby" }).click();
  await expect(page.getByRole("heading", { name: "You’re in the lobby" })).toBeVisible();
  await expect(page.getByText("You’re the first one here.")).toBeVisible();

  await expect(page.getByText("left to reserve")).toBeVisible({ timeout: 40_000 });
  await expect(page).toHaveURL(new RegExp(`/events/${event.slug}$`));
  await quantityInput(page).fill("2");
  await page.getByRole("button", { name: "Reserve" }).click();
  await expect(page.getByRole("heading", checkout)).toBeVisible();
  expect(await appFixture.bookingsOf(attendee)).toMatchObject([{ status: "pending", seats: 2 }]);

  await page.goto(`/events/${event.slug}/queue`);
  await expect(page.getByRole("heading", { name: "You’ve used your turn" })).toBeVisible();
});

test("the position survives a reload and a second tab, and the choice is kept", async ({
  context,
  page,
  appFixture,
  openBrowser,
}) => {
  const event = await appFixture.event({ waitingRoom: true, capacity: 100 });
  await setWaitingRoom(event, { isPaused: true });
  await fillQueue(event, 5);
  await page.goto(`/events/${event.slug}`);
  await quantityInput(page).fill("3");
  await page.getByRole("link", { name: "Join the queue" }).click();
  const ahead = page.getByRole("heading", { name: "5 people are ahead of you" });
  await expect(ahead).toBeVisible();
  await expect(page).toHaveTitle(/^5 ahead of you/);
  await page.reload();
  await expect(ahead).toBeVisible();

  const tab = await context.newPage();
  await tab.goto(`/events/${event.slug}/queue/enter`);
  await expect(tab.getByRole("heading", { name: "5 people are ahead of you" })).toBeVisible();
  await tab.close();
  const other = await openBrowser();
  await other.goto(`/events/${event.slug}/queue/enter`);
  await expect(other.getByRole("heading", { name: "6 people are ahead of you" })).toBeVisible();

  await setWaitingRoom(event, { isPaused: false });
  await expect(page.getByText("left to reserve")).toBeVisible({ timeout: 40_000 });
  await expect(quantityInput(page)).toHaveValue("3");
  await page.goBack();
  await expect(page.getByRole("heading", { name: "It’s your turn" })).toBeVisible();
  await page.getByRole("link", { name: "Choose your tickets" }).click();
  await page.getByRole("button", { name: "Reserve" }).click();
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
});

test("its organizer pauses it, resumes it and sets its rate", async ({ page, attendee, appFixture, openBrowser }) => {
  const { id: organizerId } = await appFixture.organizer(attendee);
  const event = await appFixture.event({ organizerId, waitingRoom: true, capacity: 100 });
  await setWaitingRoom(event, { admissionsPerMinute: 1 });
  await fillQueue(event, 30);
  const visitor = await openBrowser();
  await visitor.goto(`/events/${event.slug}/queue/enter`);
  await expect(visitor.getByText("at the current pace")).toBeVisible();

  await openDashboard(page, `/organize/events/${event.slug}`);
  await page.getByRole("button", { name: "Pause queue" }).click();
  await expect(page.getByText("Paused", { exact: true })).toBeVisible();
  await expect(visitor.getByText("The queue is paused", { exact: true })).toBeVisible({ timeout: 50_000 });

  await page.getByLabel("Maximum per minute").fill("6000");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Paused", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Resume queue" }).click();
  await expect(page.getByText("Letting people in", { exact: true })).toBeVisible();
  await expect(visitor.getByText("left to reserve")).toBeVisible({ timeout: 50_000 });
  await page.goto("/organize/audit");
  await expect(page.getByText("resumed the waiting room")).toBeVisible();
  await expect(page.getByText("set the waiting room to 6000 people per minute")).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a reservation without an admission leads to the room, and from there to the checkout", async ({
    page,
    attendee,
    appFixture,
  }) => {
    const event = await appFixture.event({ waitingRoom: true });
    await page.goto(`/events/${event.slug}`);
    await page.getByRole("spinbutton", { name: "Quantity" }).fill("2");
    await page.getByRole("button", { name: "Reserve" }).click();
    await expect(page.getByText("There’s a queue for these tickets")).toBeVisible();
    expect(await appFixture.bookingsOf(attendee)).toEqual([]);

    await page.getByRole("link", { name: "Go to the waiting room" }).last().click();
    await page.getByRole("link", { name: "Join the queue" }).click();
    // The page refreshes itself.
    await expect(page.getByRole("heading", { name: "It’s your turn" })).toBeVisible({ timeout: 30_000 });
    await page.getByRole("link", { name: "Choose your tickets" }).click();
    await page.getByRole("spinbutton", { name: "Quantity" }).fill("2");
    await page.getByRole("button", { name: "Reserve" }).click();
    await expect(page.getByRole("heading", checkout)).toBeVisible();
    expect(await appFixture.bookingsOf(attendee)).toMatchObject([{ status: "pending", seats: 2 }]);
  });
});
