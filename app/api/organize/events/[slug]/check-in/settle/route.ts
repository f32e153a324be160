import { desk } from "@/lib/check-in/desk";
import { doorAnswer, doorRequest } from "@/lib/check-in/door-access";
import { settleSchema } from "@/lib/check-in/schema";
import { routeParams } from "@/lib/names/route-params";
import { whenReachable } from "@/lib/when-reachable";

/** Marks a conflict as looked at. */
export const POST = whenReachable(
  async (request: Request, { params }: RouteContext<"/api/organize/events/[slug]/check-in/settle">) => {
    const asked = await doorRequest(request, (await routeParams(params)).slug, settleSchema);
    if (!asked.ok) return asked.response;
    return doorAnswer({ id: asked.input.scanId, settled: await desk.settle(asked.door, asked.input.scanId) });
  },
);
