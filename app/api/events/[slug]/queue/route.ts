import { defineRoute } from "@/lib/requests/define-route";
import { getQueueStatus } from "@/lib/waiting-room/get-queue-status";
import { parseVisitor, visitorCookie } from "@/lib/waiting-room/visitor";

/** Where the visitor stands in the event's waiting room. Polled by everybody who waits. */
export const GET = defineRoute("/api/events/[slug]/queue", {
  run: async ({ request, params: { slug } }) => {
    const visitor = parseVisitor(request.cookies.get(visitorCookie.name)?.value);
    const place = await getQueueStatus(slug, visitor, "look");
    return Response.json(place, { headers: { "Cache-Control": "private, no-store" } });
  },
});
