import { setImmediate as nextTurn } from "node:timers/promises";
import { getTableColumns, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Transaction } from "@/db/connect";
import { sqlState, violates } from "@/db/errors";
import { withLongRunningConnection } from "@/db/long-running-connection";
import { events } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { draftRow } from "@/lib/event-editing/draft-row";
import { hashContent, toImportContent } from "./content";
import { findImportSlugs } from "./import-slugs";
import type { ParsedEvent, ParsedFile } from "./parsed-file";

/** Rows of one statement. */
const BATCH_SIZE = 1_000;
const MAX_ATTEMPTS = 5;
const DEADLOCK = "40P01";

type Draft = ReturnType<typeof draftRow>;

/** The rows to insert, by import key: imports that run at once wait for each other in one order, and never in a ring. */
async function buildDraftRows(read: ParsedEvent[], who: { organizerId: number; actorId: number }): Promise<Draft[]> {
  const slugs = await findImportSlugs(db, read);
  const rows: Draft[] = [];
  for (const [index, event] of read.entries()) {
    const { key, form } = event;
    if (index % BATCH_SIZE === 0) await nextTurn();
    const slug = slugs[index];
    if (slug === undefined) throw new Error("an event was given no address");
    const row = draftRow(form, { organizerId: who.organizerId, slug, savedBy: who.actorId, importKey: key });
    const importContent = toImportContent(event);
    rows.push({ ...row, importContent, importHash: hashContent(importContent) });
  }
  return rows.sort((a, b) => ((a.importKey ?? "") < (b.importKey ?? "") ? -1 : 1));
}

/** One statement for many rows, as JSON: as parameters they would be too many. Those already here are left as they are. */
async function insertBatch(tx: Transaction, rows: Draft[]): Promise<[key: string, slug: string][]> {
  const [first] = rows;
  if (!first) return [];
  const named = Object.entries(getTableColumns(events)).filter(([property]) => Object.hasOwn(first, property));
  const columns = sql.join(
    named.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  const json = JSON.stringify(
    rows.map((row) => {
      const values = new Map<string, unknown>(Object.entries(row));
      return Object.fromEntries(named.map(([property, column]) => [column.name, values.get(property) ?? null]));
    }),
  );
  const inserted = await tx.execute<{ import_key: string; slug: string }>(sql`
    insert into events (${columns})
    select ${columns} from json_populate_recordset(null::events, ${json}::json)
    on conflict (organizer_id, import_key) do nothing
    returning import_key, slug`);
  return inserted.map((row) => [row.import_key, row.slug]);
}

export type ImportResult = {
  /** The addresses of the drafts that are new, by their keys. */
  created: Map<string, string>;
  /** Imported before. */
  existing: number;
};

/** Thousands of rows take longer than a request waits for an answer. */
const inTransaction = <T>(work: (tx: Transaction) => Promise<T>) =>
  withLongRunningConnection((own) => own.transaction(work));

/** Makes a draft of every event that its organizer does not have yet, all of them or none. */
export async function importEvents({
  reading,
  ...who
}: {
  reading: Pick<ParsedFile, "format" | "events" | "counts">;
  organizerId: number;
  actorId: number;
}): Promise<ImportResult> {
  const { events: read, counts, format } = reading;
  for (let attempt = 1; ; attempt += 1) {
    const rows = await buildDraftRows(read, who);
    try {
      return await inTransaction(async (tx) => {
        const created = new Map<string, string>();
        for (let at = 0; at < rows.length; at += BATCH_SIZE) {
          for (const [key, slug] of await insertBatch(tx, rows.slice(at, at + BATCH_SIZE))) created.set(key, slug);
        }
        const existing = rows.length - created.size;
        // An import that changed nothing is no change to be read about.
        if (created.size > 0) {
          const detail = { format, imported: created.size, existing, ...counts };
          await recordAudit(tx, { action: "events.imported", ...who, detail });
        }
        return { created, existing };
      });
    } catch (error) {
      // Another import took one of the addresses, or its drafts and these wait for each other.
      const isRace = violates(error, "events_slug_key") || sqlState(error) === DEADLOCK;
      if (!isRace || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}
