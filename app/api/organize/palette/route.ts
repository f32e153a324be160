import type { NextRequest } from "next/server";
import { membershipsOf } from "@/lib/access/memberships";
import { getViewer } from "@/lib/auth/viewer";
import { paletteFinds } from "@/lib/organize/palette";
import { whenReachable } from "@/lib/when-reachable";

/** What the command palette finds, of the viewer's own teams only. */
export const GET = whenReachable(async (request: NextRequest) => {
  const viewer = await getViewer();
  if (!viewer) return Response.json({ finds: [] }, { status: 401 });
  const words = (request.nextUrl.searchParams.get("q") ?? "").trim().slice(0, 100);
  const finds = await paletteFinds(await membershipsOf(viewer.id), words);
  return Response.json({ finds }, { headers: { "Cache-Control": "private, no-store" } });
});
