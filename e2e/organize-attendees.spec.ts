import type { Page } from "@playwright/test";
import type { AppFixture } from "./fixtures/app-fixture";
import type { Attendee } from "./fixtures/attendee";
import { expect, test } from "./fixtures/test";

const types = [
  { name: "Floor", price: 1_000 },
  { name: "Balcony", price: 2_500 },
];

/** An event of mine with three bookings; `names` of those who booked, in the order they did. */
async function arrange(
  appFixture: AppFixture,
  me: Attendee,
  names = ["Lucía Gutiérrez", "Amara Okafor", "Zoë Tanaka"],
) {
  const organizer = await appFixture.organizer(me, "manager");
  const event = await appFixture.event({ organizerId: organizer.id, capacity: 12, ticketTypes: types });
  const people = [];
  for (const [at, name] of names.entries()) {
    const attendee = await appFixture.attendee({ name });
    people.push({ attendee, ...(await appFixture.book(event, attendee, at + 1)) });
  }
  return { event, people, path: `/organize/events/${event.slug}/attendees` };
}

const lines = (page: Page) =>
  page
    .getByRole("table")
    .getByRole("row")
    .filter({ has: page.getByRole("cell") });
/** In the second cell of a line, behind its checkbox. */
const namesOn = (page: Page) => lines(page).locator("td:nth-child(2)").getByRole("link");

test("found as I type, filtered, sorted, opened, and back where I was", async ({ page, attendee, appFixture }) => {
  const { people, path } = await arrange(appFixture, attendee);
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1, name: "Attendees" })).toBeVisible();
  await expect(page.getByText("3 bookings")).toBeVisible();
  await expect(namesOn(page)).toHaveText(["Zoë Tanaka", "Amara Okafor", "Lucía Gutiérrez"]);

  await page.getByRole("searchbox").pressSequentially("gutier");
  await expect(page.getByText("1 booking", { exact: true })).toBeVisible();
  await expect(namesOn(page)).toHaveText(["Lucía Gutiérrez"]);
  await expect(page).toHaveURL(/q=gutier/);
  await page.getByRole("searchbox").fill(people[1]?.reference.slice(0, 6) ?? "");
  await expect(namesOn(page)).toHaveText(["Amara Okafor"]);
  await page.getByRole("searchbox").fill("nobody at all");
  await expect(page.getByRole("heading", { name: "No matches" })).toBeVisible();
  await page.getByRole("link", { name: "Clear search and filters" }).click();
  await expect(page.getByText("3 bookings")).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveValue("");

  await page.getByRole("link", { name: "Tickets", exact: true }).first().click();
  await expect(page.getByText("6 tickets")).toBeVisible();
  await page.getByRole("link", { name: "Bookings", exact: true }).click();
  await expect(page.getByText("3 bookings")).toBeVisible();
  await page.getByRole("combobox", { name: "Order" }).focus();
  await page.getByRole("combobox", { name: "Order" }).selectOption("name");
  await expect(namesOn(page)).toHaveText(["Amara Okafor", "Lucía Gutiérrez", "Zoë Tanaka"]);
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
  await expect(page.getByRole("combobox", { name: "Order" })).toBeFocused();
  await page.getByRole("columnheader", { name: "Tickets" }).getByRole("link").click();
  await expect(namesOn(page)).toHaveText(["Zoë Tanaka", "Amara Okafor", "Lucía Gutiérrez"]);
  await page.getByRole("combobox", { name: "Status" }).selectOption("cancelled");
  await expect(page.getByRole("heading", { name: "No matches" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("combobox", { name: "Status" })).toHaveValue("");
  await expect(page.getByText("3 bookings")).toBeVisible();

  await namesOn(page).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Zoë Tanaka" })).toBeVisible();
  await expect(page.getByText("Zoë Tanaka confirmed the booking")).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/sort=-tickets/);
  await expect(page.getByText("3 bookings")).toBeVisible();
});

test("tickets are a list of their own, and columns are mine to choose", async ({ page, attendee, appFixture }) => {
  const { path } = await arrange(appFixture, attendee);
  await page.goto(`${path}?view=tickets`);
  await expect(page.getByText("6 tickets")).toBeVisible();
  await expect(lines(page)).toHaveCount(6);
  await page.getByText("Columns", { exact: true }).first().click();
  await page.getByRole("checkbox", { name: "Ticket type" }).uncheck();
  await expect(page.getByRole("columnheader", { name: "Ticket type" })).toHaveCount(0);
  await expect(page).toHaveURL(/columns=mail%2Cbooking/);
  await page.getByRole("checkbox", { name: "Booked" }).press("Space");
  await expect(page.getByRole("columnheader", { name: "Booked" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Booked" }), "the menu and its focus stay").toBeFocused();
  await page.getByRole("checkbox", { name: "Booked" }).uncheck();
  await expect(page).toHaveURL(/columns=mail%2Cbooking$/);
  await page.reload();
  await expect(page.getByRole("columnheader", { name: "Booking" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Ticket type" })).toHaveCount(0);
});

test("a selection is made with the shift key or all at once, messaged, and emailed again", async ({
  page,
  attendee,
  appFixture,
  inbox,
}) => {
  const { people, path } = await arrange(appFixture, attendee);
  await page.goto(`${path}?sort=booked`);
  await page.getByRole("checkbox", { name: /^Select Lucía/ }).click();
  await page.getByRole("checkbox", { name: /^Select Zoë/ }).click({ modifiers: ["Shift"] });
  const bar = page.getByRole("region", { name: "Selection" });
  await expect(bar.getByRole("status")).toHaveText("3 bookings selected");
  await bar.getByRole("button", { name: "Clear" }).click();
  await expect(bar).toHaveCount(0);
  await page.getByRole("checkbox", { name: "Select all on this page" }).filter({ visible: true }).check();
  await page.getByRole("checkbox", { name: /^Select Amara/ }).uncheck();
  await expect(bar.getByRole("status")).toHaveText("2 bookings selected");
  const chosen = [people[0]?.reference, people[2]?.reference].join(",");
  await expect(bar.getByRole("link", { name: "Write a message" })).toHaveAttribute(
    "href",
    new RegExp(`messages/new\\?to=references:${chosen}$`),
  );
  const to = people[0]?.attendee.email ?? "";
  const emails = async () =>
    (await inbox.messagesTo(to)).filter(({ subject }) => subject.startsWith("Your tickets")).length;
  await expect.poll(emails, { timeout: 20_000 }).toBe(1);
  await bar.getByRole("button", { name: "Resend emails" }).click();
  await expect(bar.getByText("2 emails are on their way.")).toBeVisible();
  await expect.poll(emails, { timeout: 20_000 }).toBe(2);
});

test("a name is corrected and taken back, tickets change their type and change back", async ({
  page,
  attendee,
  appFixture,
}) => {
  const { people, path } = await arrange(appFixture, attendee, ["Jon Smith"]);
  await page.goto(`${path}/${people[0]?.reference}`);
  await page.getByRole("button", { name: "Correct name" }).click();
  await page.getByLabel("Name on the ticket").fill("  ");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Enter a name.")).toBeVisible();
  await page.getByLabel("Name on the ticket").fill("John Smith");
  await page.getByRole("button", { name: "Save" }).click();
  const tickets = page.getByRole("region", { name: "Tickets" });
  await expect(tickets.getByText("John Smith", { exact: true })).toBeVisible();
  await expect(page.getByText(`${attendee.name} corrected the name on a ticket`)).toBeVisible();
  await tickets.getByRole("button", { name: "Undo" }).click();
  await expect(tickets.getByText("Jon Smith", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Change ticket type" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Change type", exact: true }).click();
  await expect(dialog.getByText("Choose a ticket type.")).toBeVisible();
  await dialog.getByLabel("New ticket type").selectOption({ label: "Balcony, €25" });
  await dialog.getByRole("button", { name: "Change type", exact: true }).click();
  await expect(page.getByText("1 ticket changed.")).toBeVisible();
  await expect(tickets.getByText("Balcony")).toBeVisible();
  await expect(page.getByText("€25", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(tickets.getByText("Floor")).toBeVisible();
});

test("cancelling asks first, and the reason reaches the attendee", async ({ page, attendee, appFixture, inbox }) => {
  const { people, path } = await arrange(appFixture, attendee, ["Amara Okafor"]);
  const [booked] = people;
  await page.goto(`${path}/${booked?.reference}`);
  await page.getByRole("button", { name: "Cancel booking" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("This can’t be undone.")).toBeVisible();
  await dialog.getByRole("button", { name: "Keep booking" }).click();
  await expect(page.getByText("Confirmed", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "Cancel booking" }).click();
  await dialog.getByLabel("Reason").fill("The balcony is closed.");
  await dialog.getByRole("button", { name: "Cancel booking" }).click();
  await expect(page.getByText(`${attendee.name} cancelled the booking: “The balcony is closed.”`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Cancel booking" })).toHaveCount(0);
  const message = await inbox.waitForEmail(booked?.attendee.email ?? "", "Booking cancelled");
  expect(message.text).toContain("The balcony is closed.");
});

test("cancelling warns where a ticket was used", async ({ page, attendee, appFixture }) => {
  const { event, people, path } = await arrange(appFixture, attendee, ["Amara Okafor"]);
  const [booked] = people;
  await appFixture.checkIn(event, booked?.reference ?? "", attendee);
  await page.goto(`${path}/${booked?.reference}`);
  await page.getByRole("button", { name: "Cancel booking" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/has been used to check in\. If you cancel, the seat/)).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel booking" }).click();
  await expect(page.getByText(`${attendee.name} cancelled the booking`)).toBeVisible();
});

test("a guest is added by hand, gets the tickets by email, and is found where they are already", async ({
  page,
  attendee,
  appFixture,
  inbox,
}) => {
  const { path } = await arrange(appFixture, attendee, []);
  await page.goto(path);
  await expect(page.getByRole("heading", { name: "No bookings yet" })).toBeVisible();
  await page.getByRole("link", { name: "Add a guest" }).first().click();
  await page.getByRole("button", { name: "Add guest" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Enter a name.");
  const email = `${crypto.randomUUID()}@quorix.test`;
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Grace Hopper");
  await page.getByRole("textbox", { name: "Email address", exact: true }).fill(email);
  await page.getByRole("spinbutton", { name: "Tickets", exact: true }).fill("2");
  await page.getByRole("combobox", { name: "Ticket type" }).selectOption({ label: "Balcony, €25" });
  await page.getByRole("button", { name: "Add guest" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Grace Hopper" })).toBeVisible();
  await expect(page.getByText(`${attendee.name} added a guest with 2 tickets`)).toBeVisible();
  expect((await inbox.waitForEmail(email, "Your tickets")).text).toContain("You’re on the guest list");

  await page.goto(`${path}/new`);
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Grace again");
  await page.getByRole("textbox", { name: "Email address", exact: true }).fill(email.toUpperCase());
  await page.getByRole("button", { name: "Add guest" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("already has booking");
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Grace again");
  await page.getByRole("link", { name: /^Open booking/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Grace Hopper" })).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("search, filters and pages are plain addresses", async ({ page, attendee, appFixture }) => {
    const { path } = await arrange(appFixture, attendee);
    await page.goto(path);
    await expect(page.getByRole("checkbox", { name: /^Select/ })).toHaveCount(0);
    await page.getByRole("searchbox").fill("okafor");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(namesOn(page)).toHaveText(["Amara Okafor"]);
    await page.getByRole("link", { name: "Amara Okafor" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Amara Okafor" })).toBeVisible();
  });
});

test.describe(() => {
  test.use({ expectedErrors: [/status of 404/] });

  test("another team's attendees are not there", async ({ page, attendee, appFixture }) => {
    const stranger = await appFixture.attendee();
    const theirs = await arrange(appFixture, stranger, ["Amara Okafor"]);
    const mine = await arrange(appFixture, attendee, []);
    const reference = theirs.people[0]?.reference;
    for (const path of [theirs.path, `${theirs.path}/${reference}`, `${mine.path}/${reference}`]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
      await expect(page.getByText("Amara Okafor")).toHaveCount(0);
    }
  });
});
