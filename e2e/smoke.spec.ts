import { expect, test } from "@playwright/test";

test("the start page leads to an event that can be bought", async ({ page }) => {
  const answer = await page.goto("/");
  expect(answer?.status()).toBe(200);
  await page.locator('a[href^="/events/"]').first().click();
  await expect(page).toHaveURL(/\/events\/[a-z0-9-]+$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
