import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

/** Without a window the headless shell does the same in about two thirds of the time. */
const browserNames = [
  "chromium-headless-shell",
  "google-chrome-stable",
  "google-chrome",
  "chromium",
  "chromium-browser",
  "microsoft-edge",
];
const macApplications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(name: string): string[] {
  return (process.env.PATH ?? "").split(delimiter).map((dir) => join(dir, name));
}

/** Path of a Chromium on this machine: the one CHROME_PATH names, Playwright's own, or the system's. */
export function findBrowser(): string | null {
  const named = process.env.CHROME_PATH ? [process.env.CHROME_PATH] : [];
  const candidates = [...named, chromium.executablePath(), ...browserNames.flatMap(onPath), ...macApplications];
  return candidates.find(isExecutable) ?? null;
}

function runCommand(command: string, ...args: string[]): boolean {
  // A download that hangs must not hang the tests.
  return spawnSync(command, args, { stdio: "inherit", timeout: 180_000 }).status === 0;
}

/** Finds a browser, or installs one the way this machine allows. */
export function provideBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  console.log("No Chrome or Chromium here: installing one.");
  runCommand("npx", "playwright", "install", "chromium");
  if (!findBrowser() && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    runCommand("apt-get", "update", "-qq");
    runCommand("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium-headless-shell");
  }
  const installed = findBrowser();
  if (!installed) throw new Error("The browser journeys need Chrome or Chromium: install one, or set CHROME_PATH.");
  return installed;
}

/** How Playwright has to start it on this machine. */
export function browserOptions(executablePath: string | null) {
  const quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return { executablePath: executablePath ?? undefined, args: [...quiet, ...sandbox] };
}
