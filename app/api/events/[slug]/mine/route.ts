import { getViewer } from "@/lib/auth/viewer";
import { viewerStatusFor } from "@/lib/checkout/viewer-status";
import { defineRoute } from "@/lib/requests/define-route";

/** The viewer's status for this event. Only requested after signing in; null for visitors. */
export const GET = defineRoute("/api/events/[slug]/mine", {
  run: async ({ params: { slug } }) => {
    const viewer = await getViewer();
    const status = viewer && (await viewerStatusFor(slug, viewer.id));
    return Response.json(status, { headers: { "Cache-Control": "private, no-store" } });
  },
});
