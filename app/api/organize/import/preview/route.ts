import { signedInHere } from "@/lib/auth/access";
import { answerImportPreview } from "@/lib/event-import/answer-import";
import { importBody } from "@/lib/event-import/import-request";
import { answerWith, defineRoute } from "@/lib/requests/define-route";

/** Says what an import would do. */
export const POST = defineRoute("/api/organize/import/preview", {
  access: signedInHere,
  limit: ({ viewer }) => ({ action: "event-import", address: viewer.email }),
  body: importBody,
  run: async ({ body }) => answerWith(await answerImportPreview(body)),
});
