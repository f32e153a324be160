import { authorizeEvent } from "@/lib/access/access";
import { download, exportFormat, refused } from "@/lib/export/download";
import { eventSheets, exportWhat, recordExport } from "@/lib/export/event-sheets";
import { routeParams } from "@/lib/names/route-params";
import { whenReachable } from "@/lib/when-reachable";

/** Attendees, bookings, the waitlist or the insights of an event as CSV or XLSX, for whoever may export. */
export const GET = whenReachable(
  async (
    request: Request,
    { params }: RouteContext<"/api/organize/events/[slug]/export/[what]">,
  ): Promise<Response> => {
    const { slug, what } = await routeParams(params);
    const access = await authorizeEvent(slug, "export");
    if (!access.ok) return access.code === "NOT_FOUND" ? refused(404, "Not found") : refused(403, "Not allowed");
    const list = exportWhat.safeParse(what);
    if (!list.success) return refused(404, "Not found");

    const query = Object.fromEntries(new URL(request.url).searchParams);
    const format = exportFormat.parse(query.format);
    const sheets = await eventSheets(access.event, list.data, query);
    if (sheets.length === 0) return refused(404, "Not found");
    await recordExport(access.viewer.id, access.event, { what: list.data, format });
    return download(sheets, format, [list.data, access.event.slug, new Date().toISOString().slice(0, 10)].join("-"));
  },
);
