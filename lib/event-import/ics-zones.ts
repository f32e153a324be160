import { findTimeZone } from "@/lib/time/time-zone";
import type { IcsComponent } from "./ics-components";
import { zoneByWindowsName } from "./windows-zones";

/** A zone as a calendar describes it. */
type ZoneRules = { location: string | null; standard: number | null; daylight: number | null; isSouthern: boolean };

/** Candidates for a zone of which only the offsets are known, those with the most people first. */
const wellKnown =
  "UTC Europe/London Europe/Berlin Europe/Athens Europe/Istanbul Europe/Moscow Asia/Jerusalem Africa/Lagos Africa/Johannesburg Asia/Dubai Asia/Karachi Asia/Kolkata Asia/Kathmandu Asia/Dhaka Asia/Bangkok Asia/Shanghai Asia/Tokyo Australia/Sydney Australia/Brisbane Australia/Adelaide Australia/Darwin Pacific/Auckland America/New_York America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Anchorage Pacific/Honolulu America/Halifax America/St_Johns America/Sao_Paulo America/Santiago America/Mexico_City America/Bogota America/Caracas Asia/Tehran Asia/Kabul Asia/Yangon Atlantic/Azores Atlantic/Cape_Verde America/Nuuk Pacific/Guadalcanal Pacific/Tongatapu Pacific/Apia Pacific/Kiritimati".split(
    " ",
  );

/** Rules are compared in this year, or in one before the United States moved their clock changes. */
const offsetYears = [2026, 2005];

/** "Europe/Berlin" from "/mozilla.org/20050126_1/Europe/Berlin"; the current name of that zone. */
function namedZone(name: string): string | null {
  const parts = name.trim().replace(/^"|"$/g, "").split("/").filter(Boolean);
  for (const length of [3, 2, 1]) {
    const zone = parts.slice(-length).join("/");
    // Calendars use Greenwich time for UTC.
    const place = findTimeZone(/^(?:Etc\/)?GMT$/i.test(zone) ? "UTC" : zone);
    if (parts.length >= length && place) return place;
  }
  return zoneByWindowsName.get(name.trim().toLowerCase()) ?? null;
}

function minutesOf(text: string): number | null {
  const found = /^([+-])(\d{2})(\d{2})/.exec(text.trim());
  return found ? (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) : null;
}

function parseZoneRules({ lines }: IcsComponent): ZoneRules & { tzid: string | null } {
  const rules: ZoneRules & { tzid: string | null } = {
    tzid: null,
    location: null,
    standard: null,
    daylight: null,
    isSouthern: false,
  };
  let part = "";
  for (const { text } of lines) {
    const [, name = "", value = ""] = /^([\w-]{1,40})[^:]{0,200}:(.{0,200})/.exec(text) ?? [];
    const word = name.toUpperCase();
    if (word === "BEGIN") part = value.trim().toUpperCase();
    else if (word === "END") part = "";
    else if (word === "TZID") rules.tzid = value.trim();
    else if (word === "X-LIC-LOCATION") rules.location = value.trim();
    // Rules are in chronological order: the last one is current.
    else if (word === "TZOFFSETTO" && part === "STANDARD") rules.standard = minutesOf(value);
    else if (word === "TZOFFSETTO" && part === "DAYLIGHT") rules.daylight = minutesOf(value);
    else if (word === "DTSTART" && part === "DAYLIGHT") rules.isSouthern = Number(value.slice(4, 6)) >= 8;
    else if (word === "RRULE" && part === "DAYLIGHT") {
      const month = /BYMONTH=(\d{1,2})/i.exec(value)?.[1];
      if (month) rules.isSouthern = Number(month) >= 8;
    }
  }
  return rules;
}

function offsetAt(zone: string, year: number, month: number): number | null {
  const at = Date.UTC(year, month, 15);
  const shown = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(at);
  const text = shown.find(({ type }) => type === "timeZoneName")?.value ?? "";
  return text === "GMT" ? 0 : minutesOf(text.replace("GMT", "").replace(":", ""));
}

function matchesRules(zone: string, { standard, daylight, isSouthern }: ZoneRules): boolean {
  const summer = daylight ?? standard;
  return offsetYears.some((year) => {
    const [january, july] = [offsetAt(zone, year, 0), offsetAt(zone, year, 6)];
    return isSouthern ? january === summer && july === standard : january === standard && july === summer;
  });
}

export type ResolvedZone =
  | { ok: true; zone: string /** Derived from offsets only. */; isGuess: boolean }
  | { ok: false };

/** Resolves the zone names of a calendar: IANA names, Windows names, else by the rules in the file. */
export class IcsZones {
  readonly #rules = new Map<string, ZoneRules>();
  readonly #found = new Map<string, ResolvedZone>();

  /** `answers`: the organizer's zones for unknown names. `near`: zones that are preferred among equal candidates. */
  constructor(
    definitions: IcsComponent[],
    private readonly answers: Record<string, string>,
    private readonly near: string[],
  ) {
    for (const definition of definitions) {
      const { tzid, ...rules } = parseZoneRules(definition);
      if (tzid !== null) this.#rules.set(tzid, rules);
    }
  }

  resolve(tzid: string): ResolvedZone {
    const known = this.#found.get(tzid);
    if (known) return known;
    const found = this.#find(tzid);
    this.#found.set(tzid, found);
    return found;
  }

  #find(tzid: string): ResolvedZone {
    const answer = Object.hasOwn(this.answers, tzid) ? this.answers[tzid] : undefined;
    const rules = this.#rules.get(tzid);
    const zone =
      answer ?? namedZone(tzid.slice(0, 200)) ?? (rules?.location ? namedZone(rules.location.slice(0, 200)) : null);
    if (zone) return { ok: true, zone, isGuess: false };
    if (rules?.standard === null || rules?.standard === undefined) return { ok: false };
    const guess = [...this.near, ...wellKnown].find((candidate) => matchesRules(candidate, rules));
    return guess ? { ok: true, zone: guess, isGuess: true } : { ok: false };
  }
}
