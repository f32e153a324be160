import type { ImportOptions } from "./options";
import type { ParsedFile, ParseResult } from "./parsed-file";
import { readImport } from "./read-import";

type Changes = Partial<Omit<ImportOptions, "defaults">> & { defaults?: Partial<ImportOptions["defaults"]> };

/** The default settings of an organizer in Lisbon. */
export function testOptions({ defaults, ...changes }: Changes = {}): ImportOptions {
  return {
    mapping: null,
    encoding: null,
    dateOrder: null,
    zones: {},
    decimalMark: null,
    currencies: {},
    byPlace: { zone: true, currency: true },
    skipPast: false,
    ...changes,
    defaults: {
      timeZone: "Europe/Lisbon",
      startTime: "09:00",
      endTime: "18:00",
      hours: "2",
      category: "community",
      country: "",
      venue: "",
      city: "",
      currency: "EUR",
      capacity: "100",
      price: "",
      ...defaults,
    },
  };
}

export function readText(
  text: string | Uint8Array,
  changes: Changes = {},
  now = new Date("2026-11-22T12:00:00Z"),
): Promise<ParseResult> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return readImport(bytes, testOptions(changes), now);
}

/** The parsed text; throws if it is refused. */
export async function readTextOrThrow(...input: Parameters<typeof readText>): Promise<ParsedFile> {
  const result = await readText(...input);
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`);
  return result.reading;
}

/** Builds a calendar from the lines of its events. */
export function buildCalendar(...events: string[][]): string {
  const lines = events.flatMap((event) => ["BEGIN:VEVENT", ...event, "END:VEVENT"]);
  return ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
}
