import type { Page } from "@playwright/test";
import { hashPassword } from "@/lib/auth/password";
import { linkTo } from "./fixtures/inbox";
import { confirmBooking, quantityInput } from "./fixtures/steps";
import { expect, test } from "./fixtures/test";

const newAddress = () => `${crypto.randomUUID().slice(0, 12)}@quorix.test`;

// Every visitor has an address of their own, as the limits on guessing count by address.
test.beforeEach(async ({ context }) => {
  const part = () => Math.floor(Math.random() * 254) + 1;
  await context.setExtraHTTPHeaders({ "x-forwarded-for": `10.${part()}.${part()}.${part()}` });
});

async function expectSignedIn(page: Page) {
  await expect(page.getByRole("button", { name: "Your account" })).toBeVisible();
}

async function fillIn(page: Page, values: Record<string, string>) {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: true }).fill(value);
}

test("an anonymous Reserve leads through sign-up and the mail back to the same choice", async ({
  page,
  appFixture,
  inbox,
}) => {
  const event = await appFixture.event({ ticketTypes: [{ name: "Floor" }, { name: "Gallery" }] });
  await page.goto(`/events/${event.slug}`);
  await quantityInput(page, "Gallery").fill("3");
  await page.getByRole("button", { name: "Reserve" }).click();

  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.getByRole("link", { name: "New here? Sign up" }).click();
  await expect(page.getByRole("heading", { name: "Sign up" })).toBeVisible();
  const email = newAddress();
  await fillIn(page, { Name: "Ada Lovelace", Email: email, Password: "notes on the engine" });
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByRole("heading", { name: "Check your email" })).toBeVisible();

  const message = await inbox.waitForEmail(email, "Confirm your email address");
  await page.goto(linkTo("/verify-email", message));
  await expect(page.getByText("Ada Lovelace")).toBeVisible();
  await page.getByRole("button", { name: "Confirm and sign in" }).click();

  await expect(page).toHaveURL(new RegExp(`/events/${event.slug}`));
  await expectSignedIn(page);
  await expect(quantityInput(page, "Gallery")).toHaveValue("3");
  await page.getByRole("button", { name: "Reserve" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
  for (const name of await page.getByRole("textbox", { name: "Name" }).all()) await name.fill("Ada Lovelace");
  await confirmBooking(page);
  await expect(page.getByRole("img", { name: /QR/ })).toHaveCount(3);
});

test("signing in with a password, and out again", async ({ page, appFixture }) => {
  const password = "a quiet evening";
  const { email } = await appFixture.attendee({ hashedPassword: await hashPassword(password) });
  await page.goto("/account");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();

  await fillIn(page, { Email: email, Password: "something else" });
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("Wrong email or password. If you’ve just signed up,")).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue(email);

  await fillIn(page, { Email: email.toUpperCase(), Password: password });
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Account" })).toBeVisible();

  await page.getByRole("button", { name: "Your account" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto("/account");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("signing in by a mailed link, which works once", async ({ page, appFixture, openBrowser, inbox }) => {
  const { email } = await appFixture.attendee();
  await page.goto("/sign-in?callbackUrl=/bookings");
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Email me a sign-in link" }).click();
  await expect(page.getByRole("heading", { name: "Check your email" })).toBeVisible();

  const link = linkTo("/sign-in/link", await inbox.waitForEmail(email, "Your sign-in link"));
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/bookings$/);
  await expectSignedIn(page);

  const other = await openBrowser();
  await other.goto(link);
  await expect(other.getByText("This link has been used.")).toBeVisible();
});

test("first-use 3: somebody new gets in by a mailed link alone, under the name they say, and is back at the choice", async ({
  page,
  appFixture,
  openBrowser,
  inbox,
}) => {
  const event = await appFixture.event();
  const email = `ada.lovelace+${Date.now()}@quorix.test`;
  await page.goto(`/events/${event.slug}`);
  await page.getByRole("button", { name: "Reserve" }).click();
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Email me a sign-in link" }).click();
  await expect(page.getByRole("heading", { name: "Check your email" })).toBeVisible();

  const link = linkTo("/sign-in/link", await inbox.waitForEmail(email, "Your sign-in link"));
  const scanner = await openBrowser();
  await scanner.goto(link);
  await expect(scanner.getByLabel("Your name")).toHaveValue("Ada Lovelace");
  await page.goto(link);
  await page.getByLabel("Your name").fill("Augusta Ada");
  await page.getByRole("button", { name: "Confirm and sign in" }).click();
  await expect(page).toHaveURL(new RegExp(`/events/${event.slug}\\?tickets=`));
  await expectSignedIn(page);
});

test("a forgotten password is set anew, and ends the sessions that were open", async ({
  page,
  appFixture,
  openBrowser,
  inbox,
}) => {
  const attendee = await appFixture.attendee();
  const elsewhere = await openBrowser(attendee);
  await elsewhere.goto("/account");
  await expect(elsewhere.getByRole("heading", { level: 1, name: "Account" })).toBeVisible();

  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot password?" }).click();
  await expect(page.getByRole("heading", { name: "Reset your password" })).toBeVisible();
  await page.getByLabel("Email").fill(attendee.email);
  await page.getByRole("button", { name: "Send link" }).click();
  await page.goto(linkTo("/reset-password", await inbox.waitForEmail(attendee.email, "Reset your password")));
  await page.getByLabel("New password").fill("a better one than before");
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByText("Your password is changed")).toBeVisible();

  await elsewhere.reload();
  await expect(elsewhere.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await fillIn(elsewhere, { Email: attendee.email, Password: "a better one than before" });
  await elsewhere.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(elsewhere.getByRole("heading", { level: 1, name: "Account" })).toBeVisible();
});

test("signing up with an address that has an account tells nobody so, and mails a sign-in link", async ({
  page,
  appFixture,
  inbox,
}) => {
  const { email } = await appFixture.attendee();
  await page.goto("/sign-up");
  await fillIn(page, { Name: "Somebody", Email: email, Password: "not mine at all" });
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByRole("heading", { name: "Check your email" })).toBeVisible();
  await inbox.waitForEmail(email, "Your sign-in link");
});

test("name and time zone are kept", async ({ page, attendee }) => {
  await page.goto("/account");
  await expect(page.getByLabel("Name")).toHaveValue(attendee.name);
  await page.getByLabel("Name").fill("Grace Hopper");
  await page.getByLabel("Time zone").selectOption("Asia/Tokyo");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: /saved/i })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Name")).toHaveValue("Grace Hopper");
  await expect(page.getByLabel("Time zone")).toHaveValue("Asia/Tokyo");
});

test.describe("where a request fails", () => {
  test.use({ expectedErrors: [/503/] });

  test("the account menu is there all the same", async ({ page, attendee }) => {
    let requests = 0;
    await page.route("**/api/me", (route) => {
      requests += 1;
      return requests === 1 ? route.fulfill({ status: 503 }) : route.continue();
    });
    await page.goto("/terms");
    await page.getByRole("button", { name: "Your account" }).click();
    await expect(page.getByText(attendee.name)).toBeVisible();
    expect(requests).toBe(2);
  });
});
