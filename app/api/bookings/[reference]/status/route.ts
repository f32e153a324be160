import { getViewer } from "@/lib/auth/viewer";
import { bookingStatus } from "@/lib/booking/queries";
import { routeParams } from "@/lib/names/route-params";
import { whenReachable } from "@/lib/when-reachable";

/** Where a booking stands by the server's clock. An open checkout asks whenever it comes back into view. */
export const GET = whenReachable(
  async (_request: Request, { params }: RouteContext<"/api/bookings/[reference]/status">) => {
    const [{ reference }, viewer] = await Promise.all([routeParams(params), getViewer()]);
    const status = viewer && (await bookingStatus(reference, viewer.id));
    const headers = { "Cache-Control": "private, no-store" };
    if (!status) return Response.json(null, { status: 404, headers });
    return Response.json({ ...status, at: new Date() }, { headers });
  },
);
