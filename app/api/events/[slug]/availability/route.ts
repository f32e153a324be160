import { defineRoute } from "@/lib/requests/define-route";
import { currentAvailability } from "@/lib/waiting-room/instances";

/** A CDN may answer for a second; browsers always revalidate with the ETag. */
const CACHE_CONTROL = "public, max-age=0, s-maxage=1";

/** An event's availability, at most about a second old. Polled by every open event page. */
export const GET = defineRoute("/api/events/[slug]/availability", {
  run: async ({ request, params: { slug } }) => {
    const answer = await currentAvailability(slug);
    if (!answer) {
      return Response.json({ code: "EVENT_NOT_FOUND" }, { status: 404, headers: { "Cache-Control": CACHE_CONTROL } });
    }
    const headers = {
      "Cache-Control": CACHE_CONTROL,
      ETag: answer.etag,
      // Countdowns follow the server's clock. A header, so that a 304 carries it too.
      "X-Server-Time": String(Date.now()),
    };
    const isKnown = request.headers.get("If-None-Match")?.includes(answer.etag) ?? false;
    if (isKnown) return new Response(null, { status: 304, headers });
    return new Response(answer.body, { headers: { ...headers, "Content-Type": "application/json" } });
  },
});
