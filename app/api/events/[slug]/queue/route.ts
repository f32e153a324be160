import { defineRoute } from "@/lib/requests/define-route";
import { getQueueStatus } from "@/lib/waiting-room/get-queue-status";
import { parseVisitor, visitorCookie } from "@/lib/waiting-room/visitor";

/** The visitor's status in the event's waiting room. Polled by all waiting visitors. */
export const GET = defineRoute("/api/events/[slug]/queue", {
  run: async ({ request, params: { slug } }) => {
    const visitor = parseVisitor(request.cookies.get(visitorCookie.name)?.value);
    const status = await getQueueStatus(slug, visitor, "look");
    return Response.json(status, { headers: { "Cache-Control": "private, no-store" } });
  },
});
