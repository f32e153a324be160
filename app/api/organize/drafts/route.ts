import { answerDraftCreation } from "@/lib/event-editing/answer-draft";

/** Makes a draft of what was typed into a new event. */
export async function POST(request: Request) {
  return Response.json(await answerDraftCreation(request), { headers: { "Cache-Control": "private, no-store" } });
}
