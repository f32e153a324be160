import { availableParallelism } from "node:os";
import { defineConfig } from "@playwright/test";
import { runningStack } from "./e2e/fixtures/stack";
import { browserOptions, findBrowser } from "./test/browser";

const { appUrl, inboxUrl } = runningStack();

export default defineConfig<{ inboxUrl: string }>({
  testDir: "e2e",
  fullyParallel: true,
  forbidOnly: true,
  // A journey waits a lot.
  workers: availableParallelism() + 1,
  // Patience for a busy machine, not a promise: nothing waits longer than it has to.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["./test/times/playwright-reporter.ts"]],
  use: {
    baseURL: appUrl,
    inboxUrl,
    locale: "en-GB",
    timezoneId: "Europe/Lisbon",
    // Colours in the middle of a transition would be measured.
    contextOptions: { reducedMotion: "reduce" },
    // Recording makes journeys about a third longer. To look closer at one: --trace retain-on-failure.
    trace: "off",
    launchOptions: browserOptions(findBrowser()),
  },
});
