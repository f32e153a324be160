import { defineRoute } from "@/lib/requests/define-route";
import { getQueueStatus } from "@/lib/waiting-room/get-queue-status";
import { roomPaths } from "@/lib/waiting-room/paths";
import { redirect303 } from "@/lib/waiting-room/redirect-303";
import { newVisitor, parseVisitor, visitorCookie } from "@/lib/waiting-room/visitor";

/** Takes a place in the event's waiting room, for the browser that asks, and goes there. */
export const GET = defineRoute("/events/[slug]/queue/enter", {
  run: async ({ request, params: { slug } }) => {
    const query = request.nextUrl.searchParams;
    const paths = roomPaths(slug, query.get("tickets"));
    const known = parseVisitor(request.cookies.get(visitorCookie.name)?.value);
    const visitor = known ?? newVisitor();
    const place = await getQueueStatus(slug, visitor, query.has("again") ? "again" : "join");
    const hasNoRoom = place.state === "none" || place.state === "lost" || place.state === "closed";
    const next = hasNoRoom ? paths.event : place.state === "admitted" ? paths.go : paths.joined;
    const response = redirect303(next);
    response.cookies.set(visitorCookie.name, visitor, visitorCookie.options);
    return response;
  },
});
