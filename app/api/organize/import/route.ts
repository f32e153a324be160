import { answerImport } from "@/lib/event-import/answer-import";
import { whenReachable } from "@/lib/when-reachable";

/** Makes drafts of what a file holds. A request and not an action: files are larger than an action's body. */
export const POST = whenReachable(async (request: Request) => {
  return Response.json(await answerImport(request), { headers: { "Cache-Control": "private, no-store" } });
});
