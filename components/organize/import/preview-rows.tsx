import { DateTime } from "@/components/time/date-time";
import type { ImportFormat, PreviewRow } from "@/lib/event-import/dto";
import { categoryName } from "@/lib/events/categories";
import { toInstant } from "@/lib/time/wall-clock";
import { previewRows } from "@/texts/import";
import { formatRows } from "./import-labels";

const zoneName = ({ timeZone }: PreviewRow) => timeZone.replaceAll("_", " ");

export function PreviewRows({ rows, format, total }: { rows: PreviewRow[]; format: ImportFormat; total: number }) {
  if (rows.length === 0) return null;
  return (
    <div className="grid gap-3">
      <h3 className="text-xl">{total > rows.length ? previewRows.first(rows.length) : previewRows.all}</h3>
      <ul className="grid grid-cols-1 gap-px overflow-hidden rounded-card border border-line bg-line">
        {rows.map((row) => (
          <li
            // All dates of a series have the same line.
            key={`${row.row} ${row.startsAt}`}
            className="grid grid-cols-1 gap-x-6 gap-y-1 bg-surface px-5 py-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,3fr)_minmax(0,4fr)_minmax(0,2fr)_minmax(0,3fr)_5rem]"
          >
            <strong dir="auto" className="font-semibold wrap-anywhere">
              {row.name}
            </strong>
            <span className="grid content-start">
              <span>
                <When {...row} />
              </span>
              <span className="text-sm text-muted">
                {row.isAllDay ? previewRows.allDay(zoneName(row)) : zoneName(row)}
              </span>
            </span>
            <span className="grid content-start">
              <span>{row.price === "" ? previewRows.noPrice : row.price}</span>
              <span className="text-sm text-muted">{row.currency}</span>
            </span>
            <span className="text-muted wrap-anywhere">
              <bdi>{row.place || previewRows.noPlace}</bdi>
              <span>{` · ${previewRows.details(categoryName(row.category), Number(row.capacity))}`}</span>
            </span>
            <span className="text-sm text-muted lg:text-end">{formatRows([row.row], format)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function When({ startsAt, endsAt, timeZone }: PreviewRow) {
  const [start, end] = [startsAt, endsAt].map((wall) => toInstant(wall, timeZone));
  if (!start?.ok || !end?.ok) return <span>{`${startsAt} – ${endsAt}`}</span>;
  return <DateTime start={start.at} end={end.at} timeZone={timeZone} style="short" />;
}
