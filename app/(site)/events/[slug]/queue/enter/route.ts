import { defineRoute } from "@/lib/requests/define-route";
import { redirect303 } from "@/lib/requests/redirect-303";
import { getQueueStatus } from "@/lib/waiting-room/get-queue-status";
import { roomPaths } from "@/lib/waiting-room/paths";
import { newVisitor, parseVisitor, visitorCookie } from "@/lib/waiting-room/visitor";

/** Joins the event's waiting room and redirects to it. */
export const GET = defineRoute("/events/[slug]/queue/enter", {
  run: async ({ request, params: { slug } }) => {
    const query = request.nextUrl.searchParams;
    const paths = roomPaths(slug, query.get("tickets"));
    const existing = parseVisitor(request.cookies.get(visitorCookie.name)?.value);
    const visitor = existing ?? newVisitor();
    const status = await getQueueStatus(slug, visitor, query.has("again") ? "again" : "join");
    const hasNoRoom = status.state === "none" || status.state === "lost" || status.state === "closed";
    const next = hasNoRoom ? paths.event : status.state === "admitted" ? paths.go : paths.joined;
    const response = redirect303(next);
    response.cookies.set(visitorCookie.name, visitor, visitorCookie.options);
    return response;
  },
});
