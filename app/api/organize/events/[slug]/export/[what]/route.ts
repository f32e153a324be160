import { authorizeEvent } from "@/lib/access/access";
import { download, exportFormat, refused } from "@/lib/export/download";
import { eventSheets, exportWhat, recordExport } from "@/lib/export/event-sheets";
import { defineRoute } from "@/lib/requests/define-route";

/** Attendees, bookings, the waitlist or the insights of an event as CSV or XLSX, for whoever may export. */
export const GET = defineRoute("/api/organize/events/[slug]/export/[what]", {
  // A link in a page: whoever is signed out is led to sign in.
  access: ({ params: { slug } }) => authorizeEvent(slug, "export"),
  refuse: ({ message }, status) => refused(status, message),
  run: async ({ request, params: { what }, event, viewer }) => {
    const list = exportWhat.safeParse(what);
    if (!list.success) return refused(404, "Not found");
    const query = Object.fromEntries(request.nextUrl.searchParams);
    const format = exportFormat.parse(query.format);
    const sheets = await eventSheets(event, list.data, query);
    if (sheets.length === 0) return refused(404, "Not found");
    await recordExport(viewer.id, event, { what: list.data, format });
    return download(sheets, format, [list.data, event.slug, new Date().toISOString().slice(0, 10)].join("-"));
  },
});
