import { membershipsOf } from "@/lib/access/memberships";
import { signedInHere } from "@/lib/auth/access";
import { paletteFinds } from "@/lib/organize/palette";
import { defineRoute } from "@/lib/requests/define-route";

/** What the command palette finds, of the viewer's own teams only. */
export const GET = defineRoute("/api/organize/palette", {
  access: signedInHere,
  run: async ({ request, viewer }) => {
    const words = (request.nextUrl.searchParams.get("q") ?? "").trim().slice(0, 100);
    const finds = await paletteFinds(await membershipsOf(viewer.id), words);
    return Response.json({ finds }, { headers: { "Cache-Control": "private, no-store" } });
  },
});
