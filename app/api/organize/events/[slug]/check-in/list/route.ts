import { desk } from "@/lib/check-in/desk";
import { doorAccess, doorAnswer } from "@/lib/check-in/door-access";
import { listSchema } from "@/lib/check-in/schema";
import { routeParams } from "@/lib/names/route-params";
import { whenReachable } from "@/lib/when-reachable";

/** The tickets of the event for a device's own list, or what changed since the version it has (`?since=`). */
export const GET = whenReachable(
  async (request: Request, { params }: RouteContext<"/api/organize/events/[slug]/check-in/list">) => {
    const access = await doorAccess(request, (await routeParams(params)).slug);
    if (!access.ok) return access.response;
    const asked = listSchema.safeParse({ since: new URL(request.url).searchParams.get("since") });
    if (!asked.success) return doorAnswer({ code: "INVALID" }, 400);
    const { version, etag } = await desk.version(access.door);
    if (request.headers.get("if-none-match") === etag)
      return new Response(null, { status: 304, headers: { ETag: etag } });
    return doorAnswer(await desk.list(access.door, { version, since: asked.data.since }), 200, { ETag: etag });
  },
);
