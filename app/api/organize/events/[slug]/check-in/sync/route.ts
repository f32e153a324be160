import { desk } from "@/lib/check-in/desk";
import { doorAnswer, doorRequest } from "@/lib/check-in/door-access";
import { syncSchema } from "@/lib/check-in/schema";
import { routeParams } from "@/lib/names/route-params";
import { whenReachable } from "@/lib/when-reachable";

/** What a device did while it had no network. */
export const POST = whenReachable(
  async (request: Request, { params }: RouteContext<"/api/organize/events/[slug]/check-in/sync">) => {
    const asked = await doorRequest(request, (await routeParams(params)).slug, syncSchema);
    if (!asked.ok) return asked.response;
    const { steps, sentAt } = asked.input;
    return doorAnswer(await desk.sync(asked.door, steps, sentAt ?? null));
  },
);
