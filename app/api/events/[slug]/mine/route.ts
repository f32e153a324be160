import { getViewer } from "@/lib/auth/viewer";
import { viewerStatusFor } from "@/lib/checkout/viewer-status";
import { defineRoute } from "@/lib/requests/define-route";

/** What the viewer has to do with this event. Asked only by browsers that remember signing in; null once they are out. */
export const GET = defineRoute("/api/events/[slug]/mine", {
  run: async ({ params: { slug } }) => {
    const viewer = await getViewer();
    const mine = viewer && (await viewerStatusFor(slug, viewer.id));
    return Response.json(mine, { headers: { "Cache-Control": "private, no-store" } });
  },
});
