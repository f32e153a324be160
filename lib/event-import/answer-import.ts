import "server-only";
import { authorizeOrganizer, type OrganizerAccess } from "@/lib/access/access";
import { may } from "@/lib/access/permissions";
import { parseAmount } from "@/lib/event-editing/amount";
import { expireEvents } from "@/lib/events/tags";
import { formatPrice } from "@/lib/money/format";
import { countryName } from "@/lib/names/countries";
import { type ActionFailure, failure } from "@/lib/requests/result";
import type { AgainOptions } from "./again-options";
import { againPreview } from "./again-preview";
import type { ImportAnswer, PreviewAnswer, PreviewRow } from "./answers";
import { importEvents } from "./import-events";
import type { ImportRequest } from "./import-request";
import type { Problem } from "./problems";
import { openQuestion } from "./questions";
import { readImport } from "./read-import";
import type { ReadEvent, Reading } from "./reading";
import { type Recognised, recognise } from "./recognise";
import { type UpdateResult, updateImported } from "./update-imported";

const PREVIEW_ROWS = 20;
const LISTED_DRAFTS = 200;
/** An answer is read by people. The rest of a longer list says the same again. */
const LISTED_PROBLEMS = 3_000;

/** The file as it reads, for somebody who may import events for the organizer it names. */
async function readFor({
  options,
  file,
}: ImportRequest): Promise<
  ActionFailure | ({ ok: true; reading: Reading; again: AgainOptions; recognised: Recognised } & OrganizerAccess)
> {
  const access = await authorizeOrganizer(options.organizer, "events.edit");
  if (!access.ok) return access;
  const now = new Date();
  const result = await readImport(file, options, now);
  if (!result.ok) return failure(result.code, result.message);
  const { reading } = result;
  const { again } = options;
  const recognised = await recognise(access.organizer.organizerId, reading, again, now);
  return { ...access, reading, again, recognised };
}

function previewRow({ row, form, isAllDay }: ReadEvent): PreviewRow {
  const { name, startsAt, endsAt, timeZone, venue = "", city = "", country = "", category = "", capacity = "" } = form;
  const place = [venue, city, country && countryName(country)].filter(Boolean).join(", ");
  const { currency = "", ticketTypes = [] } = form;
  const amount = ticketTypes[0] ? parseAmount(ticketTypes[0].price, currency) : null;
  const price = amount === null ? "" : formatPrice(amount, currency);
  return { row, name, startsAt, endsAt, timeZone, place, category, capacity, isAllDay, price, currency };
}

function notUpdatedProblem({ row, name, message }: UpdateResult["refused"][number]): Problem {
  return { kind: "left-out", rows: [row], column: "", value: name, reason: message, fix: "Change it in the editor." };
}

/** What an import would do. Nothing is changed. */
export async function answerImportPreview(request: ImportRequest): Promise<PreviewAnswer> {
  const read = await readFor(request);
  if (!read.ok) return read;
  const { format, columns, mapping, questions, counts, problems } = read.reading;
  const { fresh, same, changes, asked } = read.recognised;
  return {
    ok: true,
    preview: {
      format,
      columns,
      mapping,
      questions,
      counts: {
        ...counts,
        imported: fresh.length,
        existing: same.length + changes.length,
        changed: changes.length,
        asked: asked.length,
      },
      problems: problems.slice(0, LISTED_PROBLEMS),
      again: againPreview(read.recognised),
      rows: fresh.slice(0, PREVIEW_ROWS).map(previewRow),
    },
  };
}

/** Imports what can be read, and says what became of every row. */
export async function answerImport(request: ImportRequest): Promise<ImportAnswer> {
  const read = await readFor(request);
  if (!read.ok) return read;
  const { reading, again, recognised, organizer, viewer } = read;
  const { fresh, same, changes, asked } = recognised;
  const who = { organizerId: organizer.organizerId, actorId: viewer.id };
  const open = openQuestion(reading.questions);
  if (open) return failure(open.code, open.message);
  const { created, existing } = await importEvents({ reading: { ...reading, events: fresh }, ...who });
  const mayTell = may(organizer.role, "events.cancel");
  const {
    updated,
    changedSlugs,
    refused: notUpdated,
  } = await updateImported(recognised, again, {
    ...who,
    format: reading.format,
    mayTell,
  });
  expireEvents(changedSlugs);
  const problems = [...notUpdated.map(notUpdatedProblem), ...reading.problems];
  const drafts = fresh.flatMap(({ key, form }) => {
    const slug = created.get(key);
    return slug === undefined ? [] : [{ slug, name: form.name, startsAt: form.startsAt }];
  });
  return {
    ok: true,
    imported: {
      format: reading.format,
      counts: {
        ...reading.counts,
        imported: created.size,
        existing: existing + same.length + changes.length,
        changed: updated,
        asked: asked.length,
      },
      problems: problems.slice(0, LISTED_PROBLEMS),
      drafts: drafts.slice(0, LISTED_DRAFTS),
    },
  };
}
