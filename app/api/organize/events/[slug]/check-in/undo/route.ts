import { desk } from "@/lib/check-in/desk";
import { doorAnswer, doorRequest } from "@/lib/check-in/door-access";
import { undoSchema } from "@/lib/check-in/schema";
import { routeParams } from "@/lib/names/route-params";
import { whenReachable } from "@/lib/when-reachable";

/** Takes one admission back. */
export const POST = whenReachable(
  async (request: Request, { params }: RouteContext<"/api/organize/events/[slug]/check-in/undo">) => {
    const asked = await doorRequest(request, (await routeParams(params)).slug, undoSchema);
    if (!asked.ok) return asked.response;
    const result = await desk.undo(asked.door, { ...asked.input, at: new Date() });
    return doorAnswer({ id: asked.input.id, undone: result.ok });
  },
);
