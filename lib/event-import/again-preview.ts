import type { AgainPreview, Here } from "./answers";
import { inWords } from "./difference-words";
import type { KnownEvent } from "./known-events";
import { importLimits } from "./limits";
import type { Recognised } from "./recognise";

function hereOf({ slug, name, status, startsAt, timeZone, venue, city }: KnownEvent): Here {
  const place = [venue, city].filter(Boolean).join(", ");
  return { slug, name, status, startsAt: startsAt.toISOString(), timeZone, place };
}

/** What a preview says of events that were imported before: the first of each kind, those that need a decision first. */
export function againPreview({ changes, asked, cancelled }: Recognised): AgainPreview {
  const most = importLimits.choices;
  const isAutomatic = ({ event, isSure }: Recognised["changes"][number]) => event.status === "draft" && isSure;
  const sorted = [...changes.filter((change) => !isAutomatic(change)), ...changes.filter(isAutomatic)];
  return {
    drafts: changes.filter(isAutomatic).length,
    changes: sorted.slice(0, most).map(({ read, event, differences, form, isSure, moves, people }) => ({
      row: read.row,
      here: hereOf(event),
      version: event.version,
      differences: differences.map((difference) => inWords(difference, form.timeZone)),
      isSure,
      moves,
      people,
    })),
    asked: asked.slice(0, most).map(({ read, why, candidates }) => {
      const { name, startsAt, timeZone, venue = "", city = "" } = read.form;
      const place = [venue, city].filter(Boolean).join(", ");
      return { row: read.row, key: read.key, name, startsAt, timeZone, place, why, candidates: candidates.map(hereOf) };
    }),
    cancelled: cancelled.slice(0, most).map(({ row, event }) => ({ row, here: hereOf(event) })),
  };
}
