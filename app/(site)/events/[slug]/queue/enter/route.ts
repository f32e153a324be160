import type { NextRequest } from "next/server";
import { routeParams } from "@/lib/names/route-params";
import { askRoom } from "@/lib/waiting-room/ask";
import { roomPaths } from "@/lib/waiting-room/paths";
import { seeOther } from "@/lib/waiting-room/see-other";
import { newVisitor, visitorCookie, visitorIn } from "@/lib/waiting-room/visitor";
import { whenReachable } from "@/lib/when-reachable";

/** Takes a place in the event's waiting room, for the browser that asks, and goes there. */
export const GET = whenReachable(
  async (request: NextRequest, { params }: RouteContext<"/events/[slug]/queue/enter">) => {
    const { slug } = await routeParams(params);
    const query = request.nextUrl.searchParams;
    const paths = roomPaths(slug, query.get("tickets"));
    const known = visitorIn(request.cookies.get(visitorCookie.name)?.value);
    const visitor = known ?? newVisitor();
    const place = await askRoom(slug, visitor, query.has("again") ? "again" : "join");
    const hasNoRoom = place.state === "none" || place.state === "lost" || place.state === "closed";
    const next = hasNoRoom ? paths.event : place.state === "admitted" ? paths.go : paths.joined;
    const response = seeOther(next);
    response.cookies.set(visitorCookie.name, visitor, visitorCookie.options);
    return response;
  },
);
