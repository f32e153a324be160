import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/test";

test.use({ expectedErrors: [/404/] });

/** From now on the server knows none of the actions that the page was made with, until it is loaded anew. */
async function deployAnew(page: Page) {
  await page.route("**/*", async (route) => {
    if (!("next-action" in route.request().headers())) return route.fallback();
    await route.fulfill({ status: 404, headers: { "x-nextjs-action-not-found": "1", "content-type": "text/plain" } });
  });
}

const notice = (page: Page) => page.getByText("This page was updated");

async function reload(page: Page) {
  await expect(notice(page)).toBeVisible();
  await page.unroute("**/*");
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(notice(page)).toBeHidden();
}

test("a form that people type into says so, and what was typed is there after a reload", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ada Lovelace");
  await page.getByLabel("Email").fill(`${crypto.randomUUID()}@quorix.test`);
  const email = await page.getByLabel("Email").inputValue();
  await page.getByLabel("Password").fill("notes on the engine");
  await deployAnew(page);
  await page.getByRole("button", { name: "Sign up" }).click();
  await reload(page);
  await expect(page.getByLabel("Name")).toHaveValue("Ada Lovelace");
  await expect(page.getByLabel("Email")).toHaveValue(email);
  // What is secret is kept nowhere.
  await expect(page.getByLabel("Password")).toHaveValue("");
  await page.getByLabel("Password").fill("notes on the engine");
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByRole("heading", { name: "Check your email" })).toBeVisible();
});

test("so does a checkout, and its hold goes on", async ({ page, attendee, appFixture }) => {
  const event = await appFixture.event();
  await page.goto(`/events/${event.slug}`);
  await page.getByRole("button", { name: "Reserve" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).first().fill("Grace Hopper");
  await page.getByRole("checkbox", { name: "I accept" }).check();
  await deployAnew(page);
  await page.getByRole("button", { name: "Confirm booking" }).click();
  await reload(page);
  await expect(page.getByRole("textbox", { name: "Name" }).first()).toHaveValue("Grace Hopper");
  await expect(page.getByRole("checkbox", { name: "I accept" })).toBeChecked();
  await page.getByRole("button", { name: "Confirm booking" }).click();
  await expect(page.getByRole("img", { name: /QR/ })).toHaveCount(1);
  expect(await appFixture.bookingsOf(attendee)).toMatchObject([{ status: "confirmed" }]);
});
