import { clearSignedInHint } from "@/lib/auth/session";
import { getViewer } from "@/lib/auth/viewer";
import { defineRoute } from "@/lib/requests/define-route";

/** Who the header greets, and by which clock; or null. Asked only by browsers that remember signing in. */
export const GET = defineRoute("/api/me", {
  run: async () => {
    const viewer = await getViewer();
    if (!viewer) await clearSignedInHint();
    const me = viewer && { name: viewer.name, timeZone: viewer.timeZone, isSuperuser: viewer.isSuperuser };
    return Response.json(me, { headers: { "Cache-Control": "private, no-store" } });
  },
});
