import { defineRoute } from "@/lib/requests/define-route";
import { askRoom } from "@/lib/waiting-room/ask";
import { roomPaths } from "@/lib/waiting-room/paths";
import { seeOther } from "@/lib/waiting-room/see-other";
import { newVisitor, visitorCookie, visitorIn } from "@/lib/waiting-room/visitor";

/** Takes a place in the event's waiting room, for the browser that asks, and goes there. */
export const GET = defineRoute("/events/[slug]/queue/enter", {
  run: async ({ request, params: { slug } }) => {
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
});
