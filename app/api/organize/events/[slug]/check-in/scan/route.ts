import { desk } from "@/lib/check-in/desk";
import { doorAnswer, doorRequest } from "@/lib/check-in/door-access";
import { scanSchema } from "@/lib/check-in/schema";
import { routeParams } from "@/lib/names/route-params";
import { whenReachable } from "@/lib/when-reachable";

/** One scan, decided here and now. */
export const POST = whenReachable(
  async (request: Request, { params }: RouteContext<"/api/organize/events/[slug]/check-in/scan">) => {
    const asked = await doorRequest(request, (await routeParams(params)).slug, scanSchema);
    if (!asked.ok) return asked.response;
    const result = await desk.scan(asked.door, { ...asked.input, at: new Date() });
    return result.ok ? doorAnswer(result.answer) : doorAnswer({ code: result.code }, 409);
  },
);
