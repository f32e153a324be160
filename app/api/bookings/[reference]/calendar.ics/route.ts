import { getViewer } from "@/lib/auth/viewer";
import { findBookingCalendar } from "@/lib/booking/queries";
import { attachmentHeader } from "@/lib/names/file-name";
import { defineRoute } from "@/lib/requests/define-route";
import { siteUrl } from "@/lib/site-url";
import { calendarFile } from "@/lib/tickets/calendar";

/** The event of a booking as a calendar file, for its owner. */
export const GET = defineRoute("/api/bookings/[reference]/calendar.ics", {
  run: async ({ params: { reference } }) => {
    const viewer = await getViewer();
    const found = viewer && (await findBookingCalendar(reference, viewer.id));
    if (!found) return new Response("Not found", { status: 404, headers: { "Cache-Control": "private, no-store" } });
    const { eventStatus, ...event } = found;
    const url = siteUrl(`/bookings/${reference}`);
    return new Response(calendarFile({ ...event, url, cancelled: eventStatus === "cancelled" }), {
      headers: {
        "Content-Type": "text/calendar; charset=utf-8",
        ...attachmentHeader(`${event.slug}.ics`),
        "Cache-Control": "private, no-store",
      },
    });
  },
});
