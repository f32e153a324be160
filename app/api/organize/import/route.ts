import { signedInHere } from "@/lib/auth/access";
import { answerImport } from "@/lib/event-import/answer-import";
import { importBody } from "@/lib/event-import/import-request";
import { answerWith, defineRoute } from "@/lib/requests/define-route";

/** Makes drafts of what a file holds. A request and not an action: files are larger than an action's body. */
export const POST = defineRoute("/api/organize/import", {
  access: signedInHere,
  limit: ({ viewer }) => ({ action: "event-import", address: viewer.email }),
  body: importBody,
  run: async ({ body }) => answerWith(await answerImport(body)),
});
