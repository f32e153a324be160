import { getViewer } from "@/lib/auth/viewer";
import { bookingCalendar } from "@/lib/booking/queries";
import { env } from "@/lib/env";
import { attachmentHeader } from "@/lib/names/file-name";
import { routeParams } from "@/lib/names/route-params";
import { calendarFile } from "@/lib/tickets/calendar";
import { whenReachable } from "@/lib/when-reachable";

/** The event of a booking as a calendar file, for its owner. */
export const GET = whenReachable(
  async (_request: Request, { params }: RouteContext<"/api/bookings/[reference]/calendar.ics">) => {
    const [{ reference }, viewer] = await Promise.all([routeParams(params), getViewer()]);
    const found = viewer && (await bookingCalendar(reference, viewer.id));
    if (!found) return new Response("Not found", { status: 404, headers: { "Cache-Control": "private, no-store" } });
    const { eventStatus, ...event } = found;
    const url = new URL(`/bookings/${reference}`, env.NEXTAUTH_URL).href;
    return new Response(calendarFile({ ...event, url, cancelled: eventStatus === "cancelled" }), {
      headers: {
        "Content-Type": "text/calendar; charset=utf-8",
        ...attachmentHeader(`${event.slug}.ics`),
        "Cache-Control": "private, no-store",
      },
    });
  },
);
