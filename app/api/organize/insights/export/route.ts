import { download, exportFormat, refused } from "@/lib/export/download";
import { organizerSheets } from "@/lib/export/organizer-sheets";
import { periodSchema } from "@/lib/insights/period";
import { whenReachable } from "@/lib/when-reachable";

/** The insights across events as CSV or XLSX, of the organizers for which the viewer may export. */
export const GET = whenReachable(async (request: Request): Promise<Response> => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const sheets = await organizerSheets({
    organizer: query.organizer,
    period: periodSchema.parse(query.period),
    table: query.table,
  });
  if (!sheets.ok) return sheets.code === "NOT_FOUND" ? refused(404, "Not found") : refused(403, "Not allowed");
  const name = ["insights", query.organizer, new Date().toISOString().slice(0, 10)].filter(Boolean).join("-");
  return download(sheets.sheets, exportFormat.parse(query.format), name);
});
