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

/** Rows per statement. */
const BATCH_SIZE = 1_000;
const MAX_ATTEMPTS = 5;
const DEADLOCK = "40P01";

type Draft = ReturnType<typeof draftRow>;

/** The rows to insert, sorted by import key: a fixed lock order prevents deadlocks between concurrent imports. */
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

/** Inserts many rows in one statement, as JSON because of the parameter limit. Existing ones are not changed. */
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
  /** The slugs of new drafts by key. */
  created: Map<string, string>;
  /** The number of events that were imported before. */
  existing: number;
};

/** Thousands of rows exceed the statement timeout of requests. */
const inTransaction = <T>(work: (tx: Transaction) => Promise<T>) =>
  withLongRunningConnection((own) => own.transaction(work));

/** Creates a draft for every new event, atomically. */
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
        // An import without changes is not recorded.
        if (created.size > 0) {
          const detail = { format, imported: created.size, existing, ...counts };
          await recordAudit(tx, { action: "events.imported", ...who, detail });
        }
        return { created, existing };
      });
    } catch (error) {
      // A concurrent import took a slug, or a deadlock occurred: retry.
      const isRace = violates(error, "events_slug_key") || sqlState(error) === DEADLOCK;
      if (!isRace || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}
