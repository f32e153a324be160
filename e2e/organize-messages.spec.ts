import { linkTo } from "./fixtures/inbox";
import { expect, test } from "./fixtures/test";

// The sandboxed preview refuses the script by which a journey is recorded.
test.use({ expectedErrors: [/Blocked script execution in 'about:srcdoc'/] });

test("a message is tested, reviewed, and sent once to everyone who booked", async ({
  page,
  attendee,
  appFixture,
  inbox,
}) => {
  const organizer = await appFixture.organizer(attendee);
  const event = await appFixture.event({ organizerId: organizer.id });
  const [first, second, stranger] = [
    await appFixture.attendee(),
    await appFixture.attendee(),
    await appFixture.attendee(),
  ];
  for (const person of [first, second]) await appFixture.book(event, person);

  await page.goto(`/organize/events/${event.slug}/messages`);
  await expect(page.getByRole("heading", { name: "No messages yet" })).toBeVisible();
  await page.getByRole("link", { name: "Write a message" }).click();
  await page.getByRole("button", { name: "Preview and send" }).click();
  await expect(page.getByText("Enter a subject.")).toBeVisible();
  await expect(page.getByText("Enter a message.")).toBeVisible();

  await page.getByLabel("Subject").fill("Doors open at 18:30");
  await page.getByRole("textbox", { name: "Message" }).fill("Bring a **warm** coat.\n\n<script>alert(1)</script>");
  await page.getByRole("button", { name: "Send me a test" }).click();
  await expect(page.getByText(`A test is on its way to ${attendee.email}.`)).toBeVisible();
  expect((await inbox.waitForEmail(attendee.email, "Test: Doors open at 18:30")).text).toContain("Bring a warm coat.");

  await page.getByRole("button", { name: "Preview and send" }).click();
  await expect(page.getByRole("heading", { name: "Send this to 2 people?" })).toBeFocused();
  const preview = page.frameLocator("iframe");
  await expect(preview.locator("strong", { hasText: "warm" })).toBeVisible();
  await expect(preview.locator("body > script, table script")).toHaveCount(0);
  await page.getByRole("button", { name: "Keep editing" }).click();
  await expect(page.getByLabel("Subject")).toHaveValue("Doors open at 18:30");
  await page.getByLabel("Subject").fill("Doors open at 19:00");
  await page.getByRole("button", { name: "Preview and send" }).click();
  await page.getByRole("button", { name: "Send to 2 people" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Doors open at 19:00" })).toBeVisible();
  await expect(page.getByText("Finished.", { exact: true })).toBeVisible({ timeout: 30_000 });
  for (const person of [first, second]) {
    await expect(page.getByText(person.email)).toBeVisible();
    const message = await inbox.waitForEmail(person.email, "Doors open at 19:00");
    expect(message.from).toContain("Night Owl Presents (Quorix)");
    expect(message.html).not.toContain("<script>alert");
  }
  expect(await inbox.messagesTo(stranger.email)).toEqual([]);
  await page.getByRole("link", { name: "Messages", exact: true }).click();
  await expect(page.getByRole("link", { name: "Doors open at 19:00" })).toBeVisible();
});

test("the link in an email stops messages without signing in, and resumes them", async ({
  page,
  attendee,
  appFixture,
  inbox,
  openBrowser,
}) => {
  const organizer = await appFixture.organizer(attendee);
  const event = await appFixture.event({ organizerId: organizer.id });
  const person = await appFixture.attendee();
  const { reference } = await appFixture.book(event, person);
  const write = async (subject: string) => {
    await page.goto(`/organize/events/${event.slug}/messages/new?to=references:${reference}`);
    await expect(page.getByLabel("To", { exact: true }).locator("option:checked")).toHaveText("1 chosen booking");
    await page.getByLabel("Subject").fill(subject);
    await page.getByRole("textbox", { name: "Message" }).fill("Hello.");
    await page.getByRole("button", { name: "Preview and send" }).click();
  };
  await write("First news");
  await page.getByRole("button", { name: "Send to 1 person" }).click();
  const message = await inbox.waitForEmail(person.email, "First news");

  const theirs = await openBrowser();
  await theirs.goto(linkTo("/unsubscribe", message));
  await expect(theirs.getByRole("heading", { name: "Stop messages?" })).toBeVisible();
  await expect(theirs.getByText("Night Owl Presents")).toBeVisible();
  await theirs.reload();
  await theirs.getByRole("button", { name: "Stop messages" }).click();
  await expect(theirs.getByRole("heading", { name: "Messages stopped" })).toBeVisible();

  await write("Second news");
  await expect(page.getByRole("heading", { name: "No recipients" })).toBeVisible();
  await expect(page.getByText("One of them unsubscribed from your messages and will be skipped.")).toBeVisible();
  await theirs.getByRole("button", { name: "Get messages again" }).click();
  await expect(theirs.getByRole("heading", { name: "Stop messages?" })).toBeVisible();
  await page.getByRole("button", { name: "Keep editing" }).click();
  await page.getByRole("button", { name: "Preview and send" }).click();
  await page.getByRole("button", { name: "Send to 1 person" }).click();
  await inbox.waitForEmail(person.email, "Second news");

  await theirs.goto("/unsubscribe?token=broken");
  await expect(theirs.getByRole("heading", { name: "This link is incomplete" })).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a message is written, reviewed and sent", async ({ page, attendee, appFixture, inbox }) => {
    const organizer = await appFixture.organizer(attendee);
    const event = await appFixture.event({ organizerId: organizer.id });
    const person = await appFixture.attendee();
    await appFixture.book(event, person);
    await page.goto(`/organize/events/${event.slug}/messages/new?to=all`);
    await page.getByLabel("Subject").fill("Doors open at 18:30");
    await page.getByRole("button", { name: "Preview and send" }).click();
    await expect(page.getByText("Enter a message.")).toBeVisible();
    await expect(page.getByLabel("Subject")).toHaveValue("Doors open at 18:30");
    await page.getByRole("textbox", { name: "Message" }).fill("Bring a coat.");
    await page.getByRole("button", { name: "Preview and send" }).click();
    await page.getByRole("button", { name: "Send to 1 person" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Doors open at 18:30" })).toBeVisible();
    await inbox.waitForEmail(person.email, "Doors open at 18:30");
  });
});
