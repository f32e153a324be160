import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { openDashboard } from "./fixtures/open-dashboard";
import { expect, test } from "./fixtures/test";

const picture = async (background: string, width = 1600, height = 1200) => ({
  name: "cover.jpg",
  mimeType: "image/jpeg",
  buffer: await sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer(),
});

const field = (page: Page) => page.getByRole("group", { name: "Cover picture" });
const shown = (page: Page) => field(page).locator("img");
const choose = async (page: Page, file: Awaited<ReturnType<typeof picture>>) =>
  field(page).locator("input[type=file]").setInputFiles(file);

async function save(page: Page) {
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText(/^Saved at \d/)).toBeVisible();
}

const keyIn = (src: string | null) => /covers\/[\w-]{22}/.exec(src ?? "")?.[0] ?? "";
const statusOf = async (page: Page, key: string) => (await page.request.get(`/media/${key}/640.webp`)).status();

test("a picture is uploaded, shown to the public in three sizes, replaced and removed", async ({
  page,
  appFixture,
  attendee,
}) => {
  const { id: organizerId } = await appFixture.organizer(attendee);
  const event = await appFixture.event({ organizerId });
  await page.goto(`/organize/events/${event.slug}/edit`);
  await choose(page, await picture("#a8201a"));
  await expect(shown(page)).toBeVisible();
  const first = keyIn(await shown(page).getAttribute("src"));
  expect(first).not.toBe("");
  await save(page);

  await page.goto(`/events/${event.slug}`);
  const cover = page.getByRole("main").locator("picture img").first();
  await expect(cover).toHaveAttribute("srcset", /640\.webp 640w, .*1280\.webp 1280w, .*1920\.webp 1920w/);
  await expect.poll(() => cover.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  const jsonLd = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(jsonLd ?? "").image).toEqual([expect.stringMatching(/^http.*1920\.webp$/)]);
  const address = new URL(`/events/${event.slug}/share-image`, page.url()).href;
  for (const meta of ['meta[property="og:image"]', 'meta[name="twitter:image"]']) {
    await expect(page.locator(meta)).toHaveAttribute("content", address);
  }
  const share = await page.request.get(address);
  expect(share.headers()["content-type"]).toBe("image/png");
  const corner = await sharp(await share.body())
    .extract({ left: 100, top: 100, width: 1, height: 1 })
    .raw()
    .toBuffer();
  expect(corner[0]).toBeGreaterThan(140);
  expect(corner[1]).toBeLessThan(60);

  await page.goto(`/organize/events/${event.slug}/edit`);
  await choose(page, await picture("#0f5238"));
  await expect.poll(async () => keyIn(await shown(page).getAttribute("src"))).not.toBe(first);
  const second = keyIn(await shown(page).getAttribute("src"));
  expect(await statusOf(page, first)).toBe(200);
  await save(page);
  await expect.poll(() => statusOf(page, first)).toBe(404);
  expect(await statusOf(page, second)).toBe(200);

  await field(page).getByRole("button", { name: "Remove" }).click();
  await expect(shown(page)).toHaveCount(0);
  await save(page);
  await expect.poll(() => statusOf(page, second)).toBe(404);
});

test.describe("what is no picture", () => {
  test.use({ expectedErrors: [/status of 422/] });

  test("is refused at the field, and the next one is taken", async ({ page, appFixture, attendee }) => {
    const { id: organizerId } = await appFixture.organizer(attendee);
    const event = await appFixture.event({ organizerId });
    await page.goto(`/organize/events/${event.slug}/edit`);
    const error = field(page).getByRole("alert");

    await choose(page, { name: "cover.txt", mimeType: "text/plain", buffer: Buffer.from("hello") });
    await expect(error).toHaveText("Choose a JPEG, PNG, WebP or AVIF picture.");
    await choose(page, { name: "cover.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<svg/>") });
    await expect(error).toHaveText("This isn’t a JPEG, PNG, WebP or AVIF image, or it’s damaged.");
    await choose(page, await picture("#000000", 300, 300));
    await expect(error).toHaveText(/too small/);
    await choose(page, { name: "cover.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(9 * 1024 * 1024) });
    await expect(error).toHaveText("This picture is 9 MB. Choose one of up to 8 MB.");

    await choose(page, await picture("#b9ee5f"));
    await expect(shown(page)).toBeVisible();
    await expect(error).toBeHidden();
  });
});

test("a picture is dropped on the field", async ({ page, appFixture, attendee }, testInfo) => {
  const { id: organizerId } = await appFixture.organizer(attendee);
  const event = await appFixture.event({ organizerId });
  const file = testInfo.outputPath("dropped.jpg");
  await writeFile(file, (await picture("#7d4a00")).buffer);
  await openDashboard(page, `/organize/events/${event.slug}/edit`);
  const words = field(page).getByText("Drop a picture here or choose one");
  // A file comes from outside of the page, where its own events cannot take it from.
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  // Until the scripts of the form have arrived, it takes nothing.
  await expect(async () => {
    await words.scrollIntoViewIfNeeded();
    const { x, y } = (await words.boundingBox()) ?? { x: 0, y: 0 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const) {
      await browser.send("Input.dispatchDragEvent", { type, x: x + 2, y: y + 2, data });
    }
    await expect(shown(page)).toBeVisible({ timeout: 10_000 });
  }).toPass();
});
