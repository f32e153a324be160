import { getMemberships } from "@/lib/access/memberships";
import { authorizeViewerInRoute } from "@/lib/auth/access";
import { searchPalette } from "@/lib/organize/command-palette";
import { defineRoute } from "@/lib/requests/define-route";

/** What the command palette finds, of the viewer's own teams only. */
export const GET = defineRoute("/api/organize/palette", {
  access: authorizeViewerInRoute,
  run: async ({ request, viewer }) => {
    const words = (request.nextUrl.searchParams.get("q") ?? "").trim().slice(0, 100);
    const finds = await searchPalette(await getMemberships(viewer.id), words);
    return Response.json({ finds }, { headers: { "Cache-Control": "private, no-store" } });
  },
});
