"use client";

import { useSyncExternalStore } from "react";

/** How the reader writes dates: their order, 12 or 24 hours, and the first day of the week. */
export type BrowserClock = { locale: "en-GB" | "en-US" | "en-CA"; hourCycle: 12 | 24; firstDay: Weekday };
type Weekday = (typeof weekdays)[number];
type WeekInfo = { firstDay: number };

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const defaultClock: BrowserClock = { locale: "en-GB", hourCycle: 24, firstDay: "mon" };

/** The page is in English, so only the number formats of a language are used, by an English locale that shares them. */
export function clockFor(language: string): BrowserClock {
  try {
    const format = new Intl.DateTimeFormat(language, { dateStyle: "short", timeStyle: "short", calendar: "gregory" });
    const order = format.formatToParts(0).flatMap(({ type }) => (/^(day|month|year)$/.test(type) ? type[0] : []));
    const locale = order[0] === "y" ? "en-CA" : order[0] === "m" ? "en-US" : "en-GB";
    const { hourCycle } = format.resolvedOptions();
    const known = new Intl.Locale(language) as Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };
    const first = (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
    return { locale, hourCycle: hourCycle?.startsWith("h1") ? 12 : 24, firstDay: weekdays[first - 1] ?? "mon" };
  } catch {
    return defaultClock;
  }
}

let cachedClock: { language: string; clock: BrowserClock } | null = null;

function getClock() {
  const { language } = navigator;
  if (cachedClock?.language !== language) cachedClock = { language, clock: clockFor(language) };
  return cachedClock.clock;
}

function subscribe(onChange: () => void) {
  window.addEventListener("languagechange", onChange);
  return () => window.removeEventListener("languagechange", onChange);
}

/** By the browser's language; before hydration, by the page's own. */
export function useBrowserClock() {
  return useSyncExternalStore(subscribe, getClock, () => defaultClock);
}
