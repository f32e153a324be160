const LOCALE = "en-GB";

// The weekday apart from the date: together, some engines put a comma between them and some do not.
function dayWith(month: "short" | "long", at: Date, timeZone: string) {
  const weekday = new Intl.DateTimeFormat(LOCALE, { weekday: "short", timeZone }).format(at);
  const date = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month, year: "numeric", timeZone }).format(at);
  return `${weekday} ${date}`;
}

/** "Sat 12 December 2026", in the given IANA zone. */
export function formatDay(at: Date, timeZone: string) {
  return dayWith("long", at, timeZone);
}

/** "Sat 12 Dec 2026, 19:30": for lists, where the place says which zone is meant. */
export function formatBrief(at: Date, timeZone: string) {
  return `${dayWith("short", at, timeZone)}, ${formatTime(at, timeZone)}`;
}

/** "19:30". */
export function formatTime(at: Date, timeZone: string) {
  return new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit", timeZone }).format(at);
}

/** "CET", or "GMT+9" where the zone has no name of its own. With a true minus: lines break after a hyphen. */
export function zoneName(at: Date, timeZone: string) {
  const parts = new Intl.DateTimeFormat(LOCALE, { timeZone, timeZoneName: "short" }).formatToParts(at);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? timeZone;
  return name.replace(/^GMT-/, "GMT−");
}

/** "Sat 12 December 2026, 19:30 CET". */
export function formatInstant(at: Date, timeZone: string) {
  return `${formatDay(at, timeZone)}, ${formatTime(at, timeZone)} ${zoneName(at, timeZone)}`;
}

/** "Sat 12 December 2026, 19:30 – 23:00 CET", with both days where it ends on another one. */
export function formatRange(start: Date, end: Date, timeZone: string) {
  if (formatDay(start, timeZone) === formatDay(end, timeZone)) {
    return `${formatDay(start, timeZone)}, ${formatTime(start, timeZone)} – ${formatTime(end, timeZone)} ${zoneName(start, timeZone)}`;
  }
  return `${formatDay(start, timeZone)}, ${formatTime(start, timeZone)} – ${formatInstant(end, timeZone)}`;
}
