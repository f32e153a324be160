import { getViewer } from "@/lib/auth/viewer";
import { mineAt } from "@/lib/booking/mine";
import { routeParams } from "@/lib/names/route-params";
import { whenReachable } from "@/lib/when-reachable";

/** What the viewer has to do with this event. Asked only by browsers that remember signing in; null once they are out. */
export const GET = whenReachable(async (_request: Request, { params }: RouteContext<"/api/events/[slug]/mine">) => {
  const [{ slug }, viewer] = await Promise.all([routeParams(params), getViewer()]);
  const mine = viewer && (await mineAt(slug, viewer.id));
  return Response.json(mine, { headers: { "Cache-Control": "private, no-store" } });
});
