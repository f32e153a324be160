import type { ImportFormat, PreviewRow } from "@/lib/event-import/dto";
import { categoryName } from "@/lib/events/categories";
import { formatBrief, formatDay, formatTime } from "@/lib/time/format";
import { toInstant } from "@/lib/time/wall-clock";
import { previewRows } from "@/texts/import";

/** The first drafts as they will become. */
export function PreviewRows({ rows, format, total }: { rows: PreviewRow[]; format: ImportFormat; total: number }) {
  if (rows.length === 0) return null;
  return (
    <div className="grid gap-3">
      <h3 className="text-xl">{total > rows.length ? previewRows.theFirst(rows.length) : previewRows.theDrafts}</h3>
      <ul className="grid grid-cols-1 gap-px overflow-hidden rounded-card border border-line bg-line">
        {rows.map((row) => (
          <li
            // A series stands on one line.
            key={`${row.row} ${row.startsAt}`}
            className="grid grid-cols-1 gap-x-6 gap-y-1 bg-surface px-5 py-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,3fr)_minmax(0,4fr)_minmax(0,2fr)_minmax(0,3fr)_5rem]"
          >
            <strong dir="auto" className="font-semibold wrap-anywhere">
              {row.name}
            </strong>
            <span className="grid content-start">
              <span>{formatWhen(row)}</span>
              <span className="text-sm text-muted">
                {`${row.timeZone.replaceAll("_", " ")}${row.isAllDay ? " · all day" : ""}`}
              </span>
            </span>
            <span className="grid content-start">
              <span>{row.price === "" ? previewRows.noPriceYet : row.price}</span>
              <span className="text-sm text-muted">{row.currency}</span>
            </span>
            <span className="text-muted wrap-anywhere">
              <bdi>{row.place || previewRows.noPlaceYet}</bdi>
              <span>{previewRows.seats(categoryName(row.category), Number(row.capacity).toLocaleString("en-GB"))}</span>
            </span>
            <span className="text-sm text-muted lg:text-end">
              {`${format === "table" ? "Row" : "Line"} ${row.row.toLocaleString("en-GB")}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** "Sat 3 Apr 2027, 22:00 – Sun 4 Apr 2027, 02:00", with one day where both are on it. */
function formatWhen({ startsAt, endsAt, timeZone }: PreviewRow) {
  const [start, end] = [startsAt, endsAt].map((wall) => toInstant(wall, timeZone));
  if (!start?.ok || !end?.ok) return `${startsAt} – ${endsAt}`;
  const isOneDay = formatDay(start.at, timeZone) === formatDay(end.at, timeZone);
  return `${formatBrief(start.at, timeZone)} – ${isOneDay ? formatTime(end.at, timeZone) : formatBrief(end.at, timeZone)}`;
}
