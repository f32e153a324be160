import { defineRoute } from "@/lib/requests/define-route";
import { currentAvailability } from "@/lib/waiting-room/instances";

/** A CDN may answer for a second; a browser asks each time, and is told when nothing is new. */
const CACHE_CONTROL = "public, max-age=0, s-maxage=1";

/** What is left of an event, at most about a second old. Polled by every open event page. */
export const GET = defineRoute("/api/events/[slug]/availability", {
  run: async ({ request, params: { slug } }) => {
    const answer = await currentAvailability(slug);
    if (!answer) {
      return Response.json({ code: "EVENT_NOT_FOUND" }, { status: 404, headers: { "Cache-Control": CACHE_CONTROL } });
    }
    const headers = {
      "Cache-Control": CACHE_CONTROL,
      ETag: answer.etag,
      // Countdowns run by the server's clock. Sent with a 304, too, which brings no body.
      "X-Server-Time": String(Date.now()),
    };
    const isKnown = request.headers.get("If-None-Match")?.includes(answer.etag) ?? false;
    if (isKnown) return new Response(null, { status: 304, headers });
    return new Response(answer.body, { headers: { ...headers, "Content-Type": "application/json" } });
  },
});
