import { answerDraftSave } from "@/lib/event-editing/answer-draft";
import { routeParams } from "@/lib/names/route-params";

/** Keeps a draft as it was typed. */
export async function POST(request: Request, { params }: RouteContext<"/api/organize/events/[slug]/draft">) {
  const { slug } = await routeParams(params);
  return Response.json(await answerDraftSave(slug, request), { headers: { "Cache-Control": "private, no-store" } });
}
