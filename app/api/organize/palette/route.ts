import { getMemberships } from "@/lib/access/memberships";
import { authorizeViewerInRoute } from "@/lib/auth/access";
import { searchPalette } from "@/lib/organize/command-palette";
import { defineRoute } from "@/lib/requests/define-route";

/** Results of the command palette, from the viewer's own teams only. */
export const GET = defineRoute("/api/organize/palette", {
  access: authorizeViewerInRoute,
  run: async ({ request, viewer }) => {
    const terms = (request.nextUrl.searchParams.get("q") ?? "").trim().slice(0, 100);
    const finds = await searchPalette(await getMemberships(viewer.id), terms);
    return Response.json({ finds }, { headers: { "Cache-Control": "private, no-store" } });
  },
});
