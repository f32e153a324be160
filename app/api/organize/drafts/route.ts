import { answerDraftCreation } from "@/lib/event-editing/answer-draft";
import { whenReachable } from "@/lib/when-reachable";

/** Makes a draft of what was typed into a new event. */
export const POST = whenReachable(async (request: Request) => {
  return Response.json(await answerDraftCreation(request), { headers: { "Cache-Control": "private, no-store" } });
});
