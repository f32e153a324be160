import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { browserOptions, findBrowser } from "@/test/browser";
import { runningStack } from "./fixtures/stack";

/** Every page and state, at two widths and in both themes. Names given as arguments pick some of them. */
const folder = "screenshots";
const widths = [390, 1280];
const themes = ["light", "dark"] as const;

const { appUrl } = runningStack();
const { scenes } = await import("./fixtures/scenes/all");
const { openScene } = await import("./fixtures/scenes/scene");
const { AppFixture } = await import("./fixtures/app-fixture");
const { signIn } = await import("./fixtures/attendee");
const { waitForTransitions } = await import("./fixtures/transitions");

async function takeScreenshots(browser: Browser, scene: (typeof scenes)[number]) {
  const testBookings = new AppFixture();
  const context = await browser.newContext({ baseURL: appUrl, locale: "en-GB", reducedMotion: "reduce" });
  try {
    const me = await testBookings.attendee({ name: "Ada Fenwick" });
    if (!scene.anonymous) await signIn(context, me);
    const page = await context.newPage();
    await openScene(scene, page, { appFixture: testBookings, me });
    await page.evaluate(() => document.fonts.ready);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 844 });
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme });
        await page.evaluate(() => window.scrollTo(0, 0));
        await waitForTransitions(page);
        await page.screenshot({ path: join(folder, `${scene.name}-${width}-${colorScheme}.png`), fullPage: true });
      }
    }
  } finally {
    await context.close();
    await testBookings.close();
  }
}

const wanted = process.argv.slice(2);
const chosen = wanted.length > 0 ? scenes.filter(({ name }) => wanted.includes(name)) : scenes;
if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch(browserOptions(findBrowser()));
let failed = 0;
for (const scene of chosen) {
  try {
    await takeScreenshots(browser, scene);
    console.log(scene.name);
  } catch (error) {
    failed += 1;
    console.error(`${scene.name}: ${error instanceof Error ? error.message : error}`);
  }
}
await browser.close();
console.log(`${chosen.length - failed} of ${chosen.length} pages are in ${folder}/`);
process.exit(failed > 0 ? 1 : 0);
