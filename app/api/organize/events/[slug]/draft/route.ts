import { answerDraftSave } from "@/lib/event-editing/answer-draft";
import { routeParams } from "@/lib/names/route-params";
import { whenReachable } from "@/lib/when-reachable";

/** Keeps a draft as it was typed. */
export const POST = whenReachable(
  async (request: Request, { params }: RouteContext<"/api/organize/events/[slug]/draft">) => {
    const { slug } = await routeParams(params);
    return Response.json(await answerDraftSave(slug, request), { headers: { "Cache-Control": "private, no-store" } });
  },
);
