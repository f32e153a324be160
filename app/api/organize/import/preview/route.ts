import { answerImportPreview } from "@/lib/event-import/answer-import";

/** Says what an import would do. */
export async function POST(request: Request) {
  return Response.json(await answerImportPreview(request), { headers: { "Cache-Control": "private, no-store" } });
}
