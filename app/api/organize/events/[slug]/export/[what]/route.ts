import { authorizeEvent } from "@/lib/access/access";
import { downloadErrorResponse, downloadSheets, exportFormat } from "@/lib/export/download";
import { buildEventSheets, exportKind, recordExport } from "@/lib/export/sheets";
import { defineRoute } from "@/lib/requests/define-route";
import { exportErrors } from "@/texts/export";

/** Attendees, bookings, payments, the waitlist or the insights of an event as CSV or XLSX. */
export const GET = defineRoute("/api/organize/events/[slug]/export/[what]", {
  // The browser opens it as a link: signed-out visitors are redirected to sign in.
  access: ({ params: { slug } }) => authorizeEvent(slug, "export"),
  toErrorResponse: ({ message }, status) => downloadErrorResponse(status, message),
  run: async ({ request, params: { what }, event, viewer }) => {
    const list = exportKind.safeParse(what);
    if (!list.success) return downloadErrorResponse(404, exportErrors.notFound);
    const query = Object.fromEntries(request.nextUrl.searchParams);
    const format = exportFormat.parse(query.format);
    const sheets = await buildEventSheets(event, list.data, query);
    if (sheets.length === 0) return downloadErrorResponse(404, exportErrors.notFound);
    await recordExport(viewer.id, event, { what: list.data, format });
    return downloadSheets(sheets, format, [list.data, event.slug, new Date().toISOString().slice(0, 10)].join("-"));
  },
});
