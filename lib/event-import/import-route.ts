import "server-only";
import { authorizeOrganizer, type OrganizerAccess } from "@/lib/access/access";
import { hasPermission } from "@/lib/access/permissions";
import { parseAmount } from "@/lib/event-editing/amount";
import { expireEventTags } from "@/lib/events/tags";
import { formatPrice } from "@/lib/money/format";
import { countryName } from "@/lib/names/countries";
import { type ActionFailure, failure } from "@/lib/requests/result";
import { problemTexts } from "@/texts/import-problems";
import type { ImportResponse, PreviewResponse, PreviewRow } from "./dto";
import { importEvents } from "./import-events";
import type { ImportRequest } from "./import-request";
import type { ParsedEvent, ParsedFile } from "./parsed-file";
import { type ImportPlan, planImport } from "./plan-import";
import type { Problem } from "./problems";
import { findOpenQuestion } from "./questions";
import { readImport } from "./read-import";
import type { ReimportOptions } from "./reimport-options";
import { toReimportPreview } from "./reimport-preview";
import { type UpdateResult, updateImported } from "./update-imported";

const MAX_PREVIEW_ROWS = 20;
const MAX_LISTED_DRAFTS = 200;
const MAX_LISTED_PROBLEMS = 3_000;

/** Reads the file if the viewer may import events for the organizer. */
async function readAuthorizedImport({
  options,
  file,
}: ImportRequest): Promise<
  ActionFailure | ({ ok: true; reading: ParsedFile; again: ReimportOptions; recognised: ImportPlan } & OrganizerAccess)
> {
  const access = await authorizeOrganizer(options.organizer, "events.edit");
  if (!access.ok) return access;
  const now = new Date();
  const result = await readImport(file, options, now);
  if (!result.ok) return failure(result.code, result.message);
  const { reading } = result;
  const { again } = options;
  const recognised = await planImport(access.organizer.organizerId, reading, again, now);
  return { ...access, reading, again, recognised };
}

function toPreviewRow({ row, form, isAllDay }: ParsedEvent): PreviewRow {
  const { name, startsAt, endsAt, timeZone, venue = "", city = "", country = "", category = "", capacity = "" } = form;
  const place = [venue, city, country && countryName(country)].filter(Boolean).join(", ");
  const { currency = "", ticketTypes = [] } = form;
  const amount = ticketTypes[0] ? parseAmount(ticketTypes[0].price, currency) : null;
  const price = amount === null ? "" : formatPrice(amount, currency);
  return { row, name, startsAt, endsAt, timeZone, place, category, capacity, isAllDay, price, currency };
}

function toNotUpdatedProblem({ row, name, message }: UpdateResult["refused"][number]): Problem {
  return { kind: "left-out", rows: [row], column: "", value: name, reason: message, fix: problemTexts.notUpdated.fix };
}

/** Previews an import without changing anything. */
export async function handleImportPreview(request: ImportRequest): Promise<PreviewResponse> {
  const read = await readAuthorizedImport(request);
  if (!read.ok) return read;
  const { format, columns, mapping, questions, counts, problems } = read.reading;
  const { newEvents, unchanged, changes, undecided } = read.recognised;
  return {
    ok: true,
    preview: {
      format,
      columns,
      mapping,
      questions,
      counts: {
        ...counts,
        imported: newEvents.length,
        existing: unchanged.length + changes.length,
        changed: changes.length,
        asked: undecided.length,
      },
      problems: problems.slice(0, MAX_LISTED_PROBLEMS),
      again: toReimportPreview(read.recognised),
      rows: newEvents.slice(0, MAX_PREVIEW_ROWS).map(toPreviewRow),
    },
  };
}

/** Imports a file and reports the outcome of every row. */
export async function handleImport(request: ImportRequest): Promise<ImportResponse> {
  const read = await readAuthorizedImport(request);
  if (!read.ok) return read;
  const { reading, again, recognised, organizer, viewer } = read;
  const { newEvents, unchanged, changes, undecided } = recognised;
  const who = { organizerId: organizer.organizerId, actorId: viewer.id };
  const open = findOpenQuestion(reading.questions);
  if (open) return failure(open.code, open.message);
  const { created, existing } = await importEvents({ reading: { ...reading, events: newEvents }, ...who });
  const mayTell = hasPermission(organizer.role, "events.cancel");
  const {
    updated,
    changedSlugs,
    refused: notUpdated,
  } = await updateImported(recognised, again, {
    ...who,
    format: reading.format,
    mayTell,
  });
  expireEventTags(changedSlugs);
  const problems = [...notUpdated.map(toNotUpdatedProblem), ...reading.problems];
  const drafts = newEvents.flatMap(({ key, form }) => {
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
        existing: existing + unchanged.length + changes.length,
        changed: updated,
        asked: undecided.length,
      },
      problems: problems.slice(0, MAX_LISTED_PROBLEMS),
      drafts: drafts.slice(0, MAX_LISTED_DRAFTS),
    },
  };
}
