import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { db } from "@/db/client";
import { events } from "@/db/schema";
import { makeMember } from "@/test/factories";
import { findSharedData } from "@/test/shared-data";
import { readText } from "./fixtures";
import { importEvents } from "./import-events";
import type { ParsedFile } from "./parsed-file";

const folder = findSharedData();
const say = (line: string) => process.stdout.write(`${line}\n`);

const conferencesSchema = z.array(
  z.object({
    topic: z.string(),
    name: z.string(),
    url: z.string(),
    startDate: z.string(),
    endDate: z.string(),
    city: z.string().nullable(),
    country: z.string().nullable(),
    online: z.boolean().nullable(),
  }),
);

function csvOf(rows: Record<string, unknown>[]): string {
  const cell = (value: unknown) => {
    const text = value === null ? "" : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const headers = Object.keys(rows[0] ?? {});
  return [headers, ...rows.map((row) => headers.map((header) => row[header]))]
    .map((cells) => cells.map(cell).join(","))
    .join("\r\n");
}

function filesOf(kind: "valid" | "invalid") {
  const dir = join(folder ?? "", "ics", kind);
  return readdirSync(dir).map((name) => ({ name, bytes: readFileSync(join(dir, name)) }));
}

/** Which lines an event stands on, found without the reader: from each BEGIN to the next BEGIN or END of one. */
function eventSpans(text: string): [from: number, to: number][] {
  const spans: [number, number][] = [];
  let from: number | null = null;
  const lines = text.split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    const isBegin = /^BEGIN:VEVENT\s*$/i.test(line);
    if (from !== null && (isBegin || /^END:V(?:EVENT|CALENDAR)\s*$/i.test(line))) {
      spans.push([from, index + 1]);
      from = null;
    }
    if (isBegin) from = index + 1;
  }
  return from === null ? spans : [...spans, [from, lines.length]];
}

/** Events of which there is neither a draft nor a word why not. */
function unexplained({ events: read, problems }: ParsedFile, text: string) {
  const explained = problems.filter(({ kind }) => kind !== "changed").flatMap(({ rows }) => rows);
  const known = [...new Set([...read.map(({ row }) => row), ...explained])];
  return eventSpans(text).filter(([from, to]) => !known.some((line) => line >= from && line <= to));
}

/** From the file's bytes to its drafts, for an organizer who has none of them. */
async function importedAnew(csv: string) {
  const { organizerId, userId } = await makeMember(db);
  const result = await readText(csv, { defaults: { category: "tech" } });
  if (!result.ok) throw new Error(result.message);
  const imported = await importEvents({ reading: result.reading, organizerId, actorId: userId });
  return { ...imported, reading: result.reading, organizerId, userId };
}

describe.skipIf(folder === null)("the list of conferences", () => {
  it("comes in whole, with every row explained, and changes nothing the second time", async () => {
    const rows = conferencesSchema.parse(JSON.parse(readFileSync(join(folder ?? "", "conferences.json"), "utf8")));
    expect(rows).toHaveLength(5_942);
    const csv = csvOf(rows);
    const { reading, created, existing, organizerId, userId } = await importedAnew(csv);
    const { refused, duplicates, leftOut } = reading.counts;
    say(
      `Conferences: ${created.size} imported, ${duplicates} in the list before, ${refused} refused, of ${rows.length}.`,
    );
    expect(created.size + duplicates + refused).toBe(rows.length);
    expect({ existing, leftOut, refused }).toEqual({ existing: 0, leftOut: 0, refused: 0 });
    const explained = reading.problems.filter(({ kind }) => kind === "duplicate" || kind === "refused");
    expect(explained.reduce((sum, problem) => sum + problem.rows.length, 0)).toBe(duplicates + refused);

    // As the list itself has it: each name, day and place once.
    const distinct = new Set(
      rows.map(({ name, startDate, city }) =>
        [name.replace(/\s+/g, " ").trim(), startDate, (city ?? "").replace(/\s+/g, " ").trim()].join("|"),
      ),
    );
    expect(created.size).toBe(distinct.size);
    const stored = await db.$count(events, eq(events.organizerId, organizerId));
    expect(stored).toBe(created.size);

    const again = await importEvents({ reading, organizerId, actorId: userId });
    expect([again.created.size, again.existing]).toEqual([0, stored]);
  });
});

describe.skipIf(folder === null)("the sample calendars", () => {
  it("that are valid come in with all they hold", async () => {
    const { organizerId, userId } = await makeMember(db);
    let held = 0;
    let drafts = 0;
    for (const { name, bytes } of filesOf("valid")) {
      const text = bytes.toString("utf8");
      const spans = eventSpans(text);
      const result = await readText(bytes);
      if (spans.length === 0) {
        expect(result, name).toMatchObject({ ok: false, code: "NO_EVENTS" });
        continue;
      }
      if (!result.ok) throw new Error(`${name}: ${result.message}`);
      const { reading } = result;
      expect(unexplained(reading, text), `${name}: events without a draft or a reason`).toEqual([]);
      const { created } = await importEvents({ reading, organizerId, actorId: userId });
      const came = new Set(reading.events.map(({ row }) => row)).size;
      const without = reading.problems.filter(({ kind }) => kind !== "changed");
      if (came < spans.length) {
        say(
          `${name}: ${came} of ${spans.length} events. ${without.map(({ rows, reason }) => `line ${rows.join(", ")}: ${reason}`).join(" ")}`,
        );
      }
      held += spans.length;
      drafts += created.size;
      const { found, refused, duplicates, leftOut } = reading.counts;
      expect(reading.events.length + refused + duplicates + leftOut, name).toBe(found);
    }
    say(`Valid calendars: ${held} events became ${drafts} drafts.`);
  });

  it("that are invalid come in as far as they can be read, and say the line and the reason of the rest", async () => {
    for (const { name, bytes } of filesOf("invalid")) {
      const text = bytes.toString("utf8");
      const result = await readText(bytes);
      if (!result.ok) throw new Error(`${name}: ${result.message}`);
      expect(unexplained(result.reading, text), `${name}: events without a draft or a reason`).toEqual([]);
      const lines = text.split(/\r\n|\r|\n/).length;
      for (const { rows, reason } of result.reading.problems) {
        expect(reason, name).toMatch(/\.$/);
        for (const line of rows) expect(line > 0 && line <= lines, `${name}, line ${line}`).toBe(true);
      }
      const refused = result.reading.problems.filter(({ kind }) => kind === "refused");
      const why = refused.map(({ rows, reason }) => `line ${rows.join(", ")}: ${reason}`).join(" ");
      say(`${name}: ${eventSpans(text).length} events, ${result.reading.events.length} drafts. ${why}`);
    }
  });
});
