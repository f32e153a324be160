import { answerImportPreview } from "@/lib/event-import/answer-import";
import { whenReachable } from "@/lib/when-reachable";

/** Says what an import would do. */
export const POST = whenReachable(async (request: Request) => {
  return Response.json(await answerImportPreview(request), { headers: { "Cache-Control": "private, no-store" } });
});
