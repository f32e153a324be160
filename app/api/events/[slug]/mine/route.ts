import { getViewer } from "@/lib/auth/viewer";
import { mineAt } from "@/lib/checkout/mine";
import { defineRoute } from "@/lib/requests/define-route";

/** What the viewer has to do with this event. Asked only by browsers that remember signing in; null once they are out. */
export const GET = defineRoute("/api/events/[slug]/mine", {
  run: async ({ params: { slug } }) => {
    const viewer = await getViewer();
    const mine = viewer && (await mineAt(slug, viewer.id));
    return Response.json(mine, { headers: { "Cache-Control": "private, no-store" } });
  },
});
