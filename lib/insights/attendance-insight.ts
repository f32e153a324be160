import { attendanceTexts, columnLabels } from "@/texts/insights";
import { formatShare, joinSentences, sumOf } from "./format";
import { emptyInsight, type Insight } from "./insight";

export type Attendance = { name: string; valid: number; attended: number };

/** Attendance by ticket type or event. `isOver`: only after the end there are no-shows. */
export function attendanceInsight(rows: Attendance[], of: "ticketType" | "event", isOver: boolean): Insight {
  const title = isOver ? attendanceTexts.finalTitle : attendanceTexts.title;
  const valid = sumOf(rows, (row) => row.valid);
  const attended = sumOf(rows, (row) => row.attended);
  if (valid === 0) return emptyInsight("attendance", title, attendanceTexts.noTickets);
  if (attended === 0) {
    return emptyInsight("attendance", title, isOver ? attendanceTexts.neverScanned : attendanceTexts.notScanned);
  }
  const missing = valid - attended;
  return {
    id: "attendance",
    title,
    summary: joinSentences(
      attendanceTexts.scanned(attended, valid, formatShare(attended / valid)),
      missing > 0 &&
        (isOver ? attendanceTexts.noShows(missing, formatShare(missing / valid)) : attendanceTexts.remaining(missing)),
    ),
    columns: [
      { label: columnLabels[of], kind: "text" },
      { label: attendanceTexts.columns.attended, kind: "count" },
      { label: isOver ? attendanceTexts.columns.noShows : attendanceTexts.columns.remaining, kind: "count" },
      { label: attendanceTexts.columns.share, kind: "share" },
    ],
    rows: rows
      .filter((row) => row.valid > 0)
      .map((row) => [row.name, row.attended, row.valid - row.attended, row.attended / row.valid]),
    chart: { kind: "bars", bars: [1, 2], stacked: true },
  };
}
