import { formatCount, formatNumber, formatShare, sumOf } from "./format";
import { emptyInsight, type Insight } from "./insight";

export type Attendance = { name: string; valid: number; attended: number };

/** Who came and who did not. `of`: what a row is about. `isOver`: before the end nobody is missing yet. */
export function attendanceInsight(rows: Attendance[], of: "Ticket type" | "Event", isOver: boolean): Insight {
  const title = isOver ? "Attendance and no-shows" : "Attendance";
  const valid = sumOf(rows, (row) => row.valid);
  const attended = sumOf(rows, (row) => row.attended);
  if (valid === 0) return emptyInsight("attendance", title, "There are no valid tickets to scan.");
  if (attended === 0) {
    const why = isOver ? "No ticket was scanned, so who came is not known." : "No ticket has been scanned yet.";
    return emptyInsight("attendance", title, why);
  }
  const missing = valid - attended;
  const rest = isOver
    ? `${formatCount(missing, "ticket")} (${formatShare(missing / valid)}) did not show up`
    : `${formatNumber(missing)} can still come`;
  return {
    id: "attendance",
    title,
    summary: `${formatShare(attended / valid)} of ${formatCount(valid, "valid ticket")} ${attended === 1 ? "was" : "were"} scanned; ${rest}.`,
    columns: [
      { label: of, kind: "text" },
      { label: "Attended", kind: "count" },
      { label: isOver ? "No-shows" : "Not yet there", kind: "count" },
      { label: "Attended of all", kind: "share" },
    ],
    rows: rows
      .filter((row) => row.valid > 0)
      .map((row) => [row.name, row.attended, row.valid - row.attended, row.attended / row.valid]),
    chart: { kind: "bars", bars: [1, 2], stacked: true },
  };
}
