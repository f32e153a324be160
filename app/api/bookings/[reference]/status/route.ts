import { getViewer } from "@/lib/auth/viewer";
import { findBookingStatus } from "@/lib/booking/queries";
import { defineRoute } from "@/lib/requests/define-route";

/** A booking's status, with the server's time. Requested by open checkouts when they become visible. */
export const GET = defineRoute("/api/bookings/[reference]/status", {
  run: async ({ params: { reference } }) => {
    const viewer = await getViewer();
    const status = viewer && (await findBookingStatus(reference, viewer.id));
    const headers = { "Cache-Control": "private, no-store" };
    if (!status) return Response.json(null, { status: 404, headers });
    return Response.json({ ...status, at: new Date() }, { headers });
  },
});
