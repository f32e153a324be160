import { download, exportFormat, refused } from "@/lib/export/download";
import { organizerSheets } from "@/lib/export/organizer-sheets";
import { periodSchema } from "@/lib/insights/period";
import { defineRoute } from "@/lib/requests/define-route";

/** The insights across events as CSV or XLSX, of the organizers for which the viewer may export. */
export const GET = defineRoute("/api/organize/insights/export", {
  run: async ({ request }) => {
    const query = Object.fromEntries(request.nextUrl.searchParams);
    const sheets = await organizerSheets({
      organizer: query.organizer,
      period: periodSchema.parse(query.period),
      table: query.table,
    });
    if (!sheets.ok) return sheets.code === "NOT_FOUND" ? refused(404, "Not found") : refused(403, "Not allowed");
    const name = ["insights", query.organizer, new Date().toISOString().slice(0, 10)].filter(Boolean).join("-");
    return download(sheets.sheets, exportFormat.parse(query.format), name);
  },
});
