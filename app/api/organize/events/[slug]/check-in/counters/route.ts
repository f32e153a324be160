import { desk } from "@/lib/check-in/desk";
import { doorAccess, doorAnswer } from "@/lib/check-in/door-access";
import { routeParams } from "@/lib/names/route-params";
import { whenReachable } from "@/lib/when-reachable";

/** How many are in, and what needs a look, for the devices that ask every few seconds: nothing new costs them and us next to nothing. */
export const GET = whenReachable(
  async (request: Request, { params }: RouteContext<"/api/organize/events/[slug]/check-in/counters">) => {
    const access = await doorAccess(request, (await routeParams(params)).slug);
    if (!access.ok) return access.response;
    const { version, etag } = await desk.version(access.door);
    if (request.headers.get("if-none-match") === etag)
      return new Response(null, { status: 304, headers: { ETag: etag } });
    const { event } = access.door;
    const [types, conflicts] = await Promise.all([desk.counts(event), desk.conflicts(event)]);
    return doorAnswer({ version, types, conflicts }, 200, { ETag: etag });
  },
);
