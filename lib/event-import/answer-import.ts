import "server-only";
import { revalidateTag } from "next/cache";
import { authorizeOrganizer, type OrganizerAccess } from "@/lib/access/access";
import { type ActionRefusal, denied, invalidFields } from "@/lib/access/answers";
import { may } from "@/lib/access/permissions";
import { clientIp } from "@/lib/auth/client-ip";
import { getViewer } from "@/lib/auth/viewer";
import { parseAmount } from "@/lib/event-editing/amount";
import { tooManyAttempts } from "@/lib/forms/form-state";
import { formatPrice } from "@/lib/money/format";
import { countryName } from "@/lib/names/countries";
import { rateLimit } from "@/lib/redis/rate-limit";
import type { AgainOptions } from "./again-options";
import { againPreview } from "./again-preview";
import type { ImportAnswer, PreviewAnswer, PreviewRow } from "./answers";
import { importEvents } from "./import-events";
import { readImportRequest } from "./import-request";
import { largestFile } from "./limits";
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

const refusals = {
  TOO_LARGE: `This file is larger than ${largestFile}. Split it and import its parts.`,
  MALFORMED: "This request is not one that Quorix can read. Load the page again.",
  SIGNED_OUT: "You are signed out. Sign in in another tab, then try again: the file stays chosen here.",
};

function refused(code: string, message: string): ActionRefusal {
  return { ok: false, code, message };
}

/** The file as it reads, for somebody who may import events for the organizer it names. */
async function readFor(
  request: Request,
): Promise<
  ActionRefusal | ({ ok: true; reading: Reading; again: AgainOptions; recognised: Recognised } & OrganizerAccess)
> {
  const read = await readImportRequest(request);
  if (!read.ok) return read.code === "INVALID" ? invalidFields(read.error) : refused(read.code, refusals[read.code]);
  const { options, file } = read.request;
  const viewer = await getViewer();
  if (!viewer) return refused("SIGNED_OUT", refusals.SIGNED_OUT);
  const access = await authorizeOrganizer(options.organizer, "events.edit");
  if (!access.ok) return denied(access);
  const limit = await rateLimit("event-import", { address: viewer.email, ip: clientIp(request.headers) });
  if (!limit.ok) return refused("TOO_MANY", tooManyAttempts(limit.retryInMinutes));
  const now = new Date();
  const result = await readImport(file, options, now);
  if (!result.ok) return refused(result.code, result.message);
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

/** Pages that show what was changed are made anew. */
function showChanged(organizerSlug: string, slugs: string[]) {
  if (slugs.length === 0) return;
  const tags = [...slugs.map((slug) => `event:${slug}`), "events", `organizer:${organizerSlug}`];
  for (const tag of tags) revalidateTag(tag, { expire: 0 });
}

/** What an import would do. Nothing is changed. */
export async function answerImportPreview(request: Request): Promise<PreviewAnswer> {
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
export async function answerImport(request: Request): Promise<ImportAnswer> {
  const read = await readFor(request);
  if (!read.ok) return read;
  const { reading, again, recognised, organizer, viewer } = read;
  const { fresh, same, changes, asked } = recognised;
  const who = { organizerId: organizer.organizerId, actorId: viewer.id };
  const open = openQuestion(reading.questions);
  if (open) return refused(open.code, open.message);
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
  showChanged(organizer.slug, changedSlugs);
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
