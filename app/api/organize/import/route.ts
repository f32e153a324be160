import { answerImport } from "@/lib/event-import/answer-import";

/** Makes drafts of what a file holds. A request and not an action: files are larger than an action's body. */
export async function POST(request: Request) {
  return Response.json(await answerImport(request), { headers: { "Cache-Control": "private, no-store" } });
}
