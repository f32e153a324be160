import type { ExistingEvent, ReimportPreview } from "./dto";
import { formatDifference } from "./format-difference";
import type { KnownEvent } from "./known-events";
import { importLimits } from "./limits";
import type { ImportPlan } from "./plan-import";

function toExistingEvent({ slug, name, status, startsAt, timeZone, venue, city }: KnownEvent): ExistingEvent {
  const place = [venue, city].filter(Boolean).join(", ");
  return { slug, name, status, startsAt: startsAt.toISOString(), timeZone, place };
}

/** The preview of events that were imported before: the first of each kind, starting with those that need a decision. */
export function toReimportPreview({ changes, undecided, cancelled }: ImportPlan): ReimportPreview {
  const most = importLimits.choices;
  const isAutomatic = ({ event, isSure }: ImportPlan["changes"][number]) => event.status === "draft" && isSure;
  const sorted = [...changes.filter((change) => !isAutomatic(change)), ...changes.filter(isAutomatic)];
  return {
    drafts: changes.filter(isAutomatic).length,
    changes: sorted.slice(0, most).map(({ read, event, differences, form, isSure, moves, people }) => ({
      row: read.row,
      here: toExistingEvent(event),
      version: event.version,
      differences: differences.map((difference) => formatDifference(difference, form.timeZone)),
      isSure,
      moves,
      people,
    })),
    asked: undecided.slice(0, most).map(({ read, why, candidates }) => {
      const { name, startsAt, timeZone, venue = "", city = "" } = read.form;
      const place = [venue, city].filter(Boolean).join(", ");
      return {
        row: read.row,
        key: read.key,
        name,
        startsAt,
        timeZone,
        place,
        why,
        candidates: candidates.map(toExistingEvent),
      };
    }),
    cancelled: cancelled.slice(0, most).map(({ row, event }) => ({ row, here: toExistingEvent(event) })),
  };
}
