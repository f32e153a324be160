import { dropHint } from "@/lib/auth/session";
import { getViewer } from "@/lib/auth/viewer";

/** Who the header greets: a name, or null. Asked only by browsers that remember signing in. */
export async function GET() {
  const viewer = await getViewer();
  if (!viewer) await dropHint();
  return Response.json(viewer && { name: viewer.name }, { headers: { "Cache-Control": "private, no-store" } });
}
