import { desk } from "@/lib/check-in/desk";
import { doorAnswer, doorRequest } from "@/lib/check-in/door-access";
import { settleSchema } from "@/lib/check-in/schema";
import { routeParams } from "@/lib/names/route-params";

/** Marks a conflict as looked at. */
export async function POST(request: Request, { params }: RouteContext<"/api/organize/events/[slug]/check-in/settle">) {
  const asked = await doorRequest(request, (await routeParams(params)).slug, settleSchema);
  if (!asked.ok) return asked.response;
  return doorAnswer({ id: asked.input.scanId, settled: await desk.settle(asked.door, asked.input.scanId) });
}
