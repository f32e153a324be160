import { clearSignedInHint } from "@/lib/auth/session";
import { getViewer } from "@/lib/auth/viewer";
import { defineRoute } from "@/lib/requests/define-route";

/** The signed-in user's name and time zone, or null. Only requested by browsers with the signed-in hint. */
export const GET = defineRoute("/api/me", {
  run: async () => {
    const viewer = await getViewer();
    if (!viewer) await clearSignedInHint();
    const me = viewer && { name: viewer.name, timeZone: viewer.timeZone, isSuperuser: viewer.isSuperuser };
    return Response.json(me, { headers: { "Cache-Control": "private, no-store" } });
  },
});
