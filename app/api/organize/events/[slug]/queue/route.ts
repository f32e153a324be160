import { authorizeEvent } from "@/lib/access/access";
import { denied } from "@/lib/access/answers";
import { getViewer } from "@/lib/auth/viewer";
import { routeParams } from "@/lib/names/route-params";
import { deskRoom } from "@/lib/waiting-room/desk";
import { whenReachable } from "@/lib/when-reachable";

const headers = { "Cache-Control": "private, no-store" };

/** How an event's waiting room is doing, for its team; asked every few seconds while somebody looks. */
export const GET = whenReachable(
  async (_request: Request, { params }: RouteContext<"/api/organize/events/[slug]/queue">) => {
    if (!(await getViewer())) return Response.json({ ok: false, code: "SIGNED_OUT" }, { status: 401, headers });
    const access = await authorizeEvent((await routeParams(params)).slug, "events.edit");
    if (!access.ok) return Response.json(denied(access), { status: access.code === "NOT_FOUND" ? 404 : 403, headers });
    return Response.json(await deskRoom(access.event), { headers });
  },
);
