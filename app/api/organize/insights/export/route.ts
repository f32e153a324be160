import { downloadErrorResponse, downloadSheets, exportFormat } from "@/lib/export/download";
import { buildOrganizerSheets } from "@/lib/export/sheets";
import { periodSchema } from "@/lib/insights/period";
import { defineRoute } from "@/lib/requests/define-route";
import { exportErrors } from "@/texts/export";

/** The insights across events as CSV or XLSX, for the organizers whose data the viewer may export. */
export const GET = defineRoute("/api/organize/insights/export", {
  run: async ({ request }) => {
    const query = Object.fromEntries(request.nextUrl.searchParams);
    const sheets = await buildOrganizerSheets({
      organizer: query.organizer,
      period: periodSchema.parse(query.period),
      table: query.table,
    });
    if (!sheets.ok)
      return sheets.code === "NOT_FOUND"
        ? downloadErrorResponse(404, exportErrors.notFound)
        : downloadErrorResponse(403, exportErrors.notAllowed);
    const name = ["insights", query.organizer, new Date().toISOString().slice(0, 10)].filter(Boolean).join("-");
    return downloadSheets(sheets.sheets, exportFormat.parse(query.format), name);
  },
});
