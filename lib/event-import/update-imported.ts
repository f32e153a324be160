import { setImmediate as nextTurn } from "node:timers/promises";
import { getTableColumns, sql } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { sqlState, violates } from "@/db/errors";
import { withLongRunningConnection } from "@/db/long-running-connection";
import { events } from "@/db/schema";
import { declareWallClockWrites } from "@/db/wall-clocks";
import { recordAudit } from "@/lib/audit/record";
import { bookingManager } from "@/lib/booking/manager";
import { saveFailure } from "@/lib/event-editing/action-state";
import { changeEvent } from "@/lib/event-editing/change-event";
import { draftCapacity, draftColumns } from "@/lib/event-editing/draft-row";
import { emptyEventForm } from "@/lib/event-editing/form";
import { saveDraft } from "@/lib/event-editing/save-draft";
import { problemTexts } from "@/texts/import-problems";
import { hashContent, toImportContent } from "./content";
import type { KnownEvent } from "./known-events";
import type { ParsedEvent } from "./parsed-file";
import type { FileChange, ImportPlan } from "./plan-import";
import type { ReimportOptions } from "./reimport-options";

const BATCH_SIZE = 1_000;
const MAX_ATTEMPTS = 5;
const DEADLOCK = "40P01";

export type UpdateResult = {
  updated: number;
  /** The slugs of published events that were changed. */
  changedSlugs: string[];
  /** Changes that failed. */
  refused: { row: number; name: string; message: string }[];
};

type Who = { organizerId: number; actorId: number };
type By = ImportPlan["unchanged"][number]["by"];

/** The import data stored with an event. The key of a second file becomes an alias. */
function toImportRecord({ read, event, by }: { read: ParsedEvent; event: KnownEvent; by: By }) {
  const content = toImportContent(read);
  const isOwn = by === "key" || by === "moved";
  return {
    id: event.id,
    import_key: isOwn ? read.key : null,
    import_aliases: by === "answer" ? [read.key] : null,
    import_content: isOwn ? content : null,
    import_hash: isOwn ? hashContent(content) : null,
  };
}

type ImportRecord = ReturnType<typeof toImportRecord>;

const importRecordColumns = sql`
  import_key = coalesce(r.import_key, e.import_key),
  import_aliases = case when r.import_aliases is null then e.import_aliases
    else coalesce(e.import_aliases, '{}') || r.import_aliases end,
  import_content = coalesce(r.import_content, e.import_content),
  import_hash = coalesce(r.import_hash, e.import_hash)`;

/** A concurrent import may have used the key. */
const isKeyFree = sql`not exists (select 1 from events o
  where o.organizer_id = e.organizer_id and o.import_key = r.import_key and o.id <> e.id)`;

const rowsOf = (rows: object[]) => sql`json_populate_recordset(null::events, ${JSON.stringify(rows)}::json) r`;

async function saveImportRecords(tx: Transaction, organizerId: number, records: ImportRecord[]) {
  for (let at = 0; at < records.length; at += BATCH_SIZE) {
    await tx.execute(sql`update events e set ${importRecordColumns} from ${rowsOf(records.slice(at, at + BATCH_SIZE))}
      where e.id = r.id and e.organizer_id = ${organizerId} and ${isKeyFree}`);
  }
}

/** Updates drafts in batches, except those that were saved in the meantime. Capacities are not changed. */
async function saveDrafts(tx: Transaction, { organizerId, actorId }: Who, changes: FileChange[]) {
  const columns = getTableColumns(events);
  const names = new Map(Object.entries(columns).map(([property, { name }]) => [property, name]));
  const saved = new Set<number>();
  await declareWallClockWrites(tx);
  const kept = Object.keys(draftColumns(emptyEventForm())).map((property) => names.get(property) ?? "");
  for (let at = 0; at < changes.length; at += BATCH_SIZE) {
    await nextTurn();
    const rows = changes.slice(at, at + BATCH_SIZE).map(({ read, event, by, form }) => ({
      ...Object.fromEntries(
        Object.entries(draftColumns(form)).map(([property, value]) => [names.get(property), value]),
      ),
      ...toImportRecord({ read, event, by }),
      form,
      version: event.version,
    }));
    const set = sql.join(
      [...kept, "form"].map((name) => sql`${sql.identifier(name)} = r.${sql.identifier(name)}`),
      sql`, `,
    );
    const done = await tx.execute<{ id: string }>(sql`
      update events e set ${set}, ${importRecordColumns}, version = e.version + 1, saved_by = ${actorId}, updated_at = now()
      from ${rowsOf(rows)}
      where e.id = r.id and e.organizer_id = ${organizerId} and e.status = 'draft' and e.version = r.version and ${isKeyFree}
      returning e.id`);
    for (const { id } of done) saved.add(Number(id));
  }
  return saved;
}

/** The changes to apply: certain changes of drafts together, all others by the organizer's choice. */
function selectChanges({ changes }: ImportPlan, { updateDrafts, choices }: ReimportOptions) {
  const refused: UpdateResult["refused"] = [];
  const taken = changes.filter(({ event, isSure, read }) => {
    const choice = Object.hasOwn(choices, event.slug) ? choices[event.slug] : undefined;
    if (choice === undefined) return event.status === "draft" && isSure && updateDrafts;
    if (choice === "leave") return false;
    if (choice.version === event.version) return true;
    refused.push({ row: read.row, name: event.name, message: problemTexts.changedMeanwhile });
    return false;
  });
  return { taken, refused };
}

/** Applies the file's changes to events that were imported before, as the organizer chose. */
export async function updateImported(
  recognised: ImportPlan,
  again: ReimportOptions,
  { format, mayTell, ...who }: Who & { format: string; mayTell: boolean },
): Promise<UpdateResult> {
  const { taken, refused } = selectChanges(recognised, again);
  const result: UpdateResult = { updated: 0, changedSlugs: [], refused };
  const refuse = ({ read, event }: FileChange, message: string) =>
    result.refused.push({ row: read.row, name: event.name, message });
  const linked = recognised.changes.filter((change) => change.by === "answer" && !taken.includes(change));
  const records = [...recognised.unchanged.filter(needsImportRecord), ...linked].map(toImportRecord);

  const drafts = taken.filter(({ event }) => event.status === "draft");
  const hasOtherSeats = ({ form, capacity }: FileChange) => draftCapacity(form) !== capacity;
  for (const change of taken.filter(({ event }) => event.status === "published")) {
    const choice = again.choices[change.event.slug];
    const notifies = typeof choice === "object" && choice.tell;
    const { id: eventId, version, slug } = change.event;
    const saved = await changeEvent(bookingManager, {
      eventId,
      actorId: who.actorId,
      version,
      form: change.form,
      isMoveConfirmed: notifies && mayTell,
    });
    if (saved.ok) {
      result.changedSlugs.push(slug);
      records.push(toImportRecord(change));
    } else {
      const [reason] = saved.code === "INVALID" ? Object.values(saved.errors) : [];
      refuse(change, reason ?? saveFailure(saved.code).message);
    }
  }
  // Capacities are changed through the booking manager, one event at a time.
  for (const change of drafts.filter(hasOtherSeats)) {
    const { id: eventId, version } = change.event;
    const saved = await saveDraft(bookingManager, { eventId, actorId: who.actorId, version, form: change.form });
    if (saved.ok) records.push(toImportRecord(change));
    else refuse(change, saved.code === "CONFLICT" ? problemTexts.changedMeanwhile : saveFailure(saved.code).message);
    if (saved.ok) result.updated += 1;
  }
  // A fixed lock order prevents deadlocks between concurrent imports.
  const plain = drafts.filter((change) => !hasOtherSeats(change)).sort((a, b) => a.event.id - b.event.id);
  const saved = await inTransaction(async (tx) => {
    await saveImportRecords(
      tx,
      who.organizerId,
      records.toSorted((a, b) => a.id - b.id),
    );
    const ids = await saveDrafts(tx, who, plain);
    const updated = result.updated + result.changedSlugs.length + ids.size;
    if (updated > 0) await recordAudit(tx, { action: "events.imported", ...who, detail: { format, updated } });
    return ids;
  });
  for (const change of plain) if (!saved.has(change.event.id)) refuse(change, problemTexts.changedMeanwhile);
  return { ...result, updated: result.updated + result.changedSlugs.length + saved.size };
}

/** Whether the stored import data is out of date: after an answer, a moved row, or an older import. */
function needsImportRecord({ read, event, by }: ImportPlan["unchanged"][number]) {
  if (event.status === "cancelled" || by === "alias") return false;
  return by !== "key" || event.importHash !== hashContent(toImportContent(read)) || event.importKey !== read.key;
}

async function inTransaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // Thousands of rows exceed the statement timeout of requests.
      return await withLongRunningConnection((own) => own.transaction(work));
    } catch (error) {
      const isRace = violates(error, "events_import_key") || sqlState(error) === DEADLOCK;
      if (!isRace || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}
