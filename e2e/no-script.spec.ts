import { linkTo } from "./fixtures/inbox";
import { expect, test } from "./fixtures/test";

test.use({ javaScriptEnabled: false });

test("reserving, confirming and cancelling", async ({ page, attendee, appFixture }) => {
  const event = await appFixture.event();
  await page.goto(`/events/${event.slug}`);
  await page.getByRole("spinbutton", { name: "Quantity" }).fill("2");
  await page.getByRole("button", { name: "Reserve" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).last().fill("Grace Hopper");
  await page.getByRole("checkbox", { name: "I accept" }).check();
  await page.getByRole("button", { name: "Confirm booking" }).click();
  await expect(page.getByRole("img", { name: /QR/ })).toHaveCount(2);
  await page.getByRole("link", { name: "Cancel booking" }).click();
  await page.getByRole("button", { name: "Cancel booking" }).click();
  await expect(page.getByText("You cancelled the booking")).toBeVisible();
  expect(await appFixture.bookingsOf(attendee)).toMatchObject([{ status: "cancelled", seats: 2 }]);
});

test("signing up, with the choice kept", async ({ page, appFixture, inbox }) => {
  const event = await appFixture.event();
  await page.goto(`/events/${event.slug}`);
  await page.getByRole("spinbutton", { name: "Quantity" }).fill("2");
  await page.getByRole("button", { name: "Reserve" }).click();
  await page.getByRole("link", { name: "New here? Sign up" }).click();
  const email = `${crypto.randomUUID()}@quorix.test`;
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill("notes on the engine");
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByRole("heading", { name: "Check your email" })).toBeVisible();
  await expect(page.getByText(email)).toBeVisible();

  await page.goto(linkTo("/verify-email", await inbox.waitForEmail(email, "Confirm your email address")));
  await page.getByRole("button", { name: "Confirm and sign in" }).click();
  await expect(page).toHaveURL(new RegExp(`/events/${event.slug}.*:2$`));
});

test("a wrong password is said, and the address is kept", async ({ page }) => {
  await page.goto("/sign-in?callbackUrl=%2Fbookings");
  await page.getByLabel("Email").fill("nobody@quorix.test");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("Wrong email or password.")).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue("nobody@quorix.test");
  await expect(page).toHaveURL(/callbackUrl=%2Fbookings/);
});
