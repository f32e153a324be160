import type { NextRequest } from "next/server";
import { routeParams } from "@/lib/names/route-params";
import { askRoom } from "@/lib/waiting-room/ask";
import { visitorCookie, visitorIn } from "@/lib/waiting-room/visitor";
import { whenReachable } from "@/lib/when-reachable";

/** Where the visitor stands in the event's waiting room. Polled by everybody who waits. */
export const GET = whenReachable(async (request: NextRequest, { params }: RouteContext<"/api/events/[slug]/queue">) => {
  const visitor = visitorIn(request.cookies.get(visitorCookie.name)?.value);
  const place = await askRoom((await routeParams(params)).slug, visitor, "look");
  return Response.json(place, { headers: { "Cache-Control": "private, no-store" } });
});
