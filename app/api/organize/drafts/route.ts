import { authorizeViewerInRoute } from "@/lib/auth/access";
import { createDraftSchema, draftBody, saveNewDraft } from "@/lib/event-editing/draft-requests";
import { defineRoute, respondWith } from "@/lib/requests/define-route";

/** Makes a draft of what was typed into a new event, and answers with its address. */
export const POST = defineRoute("/api/organize/drafts", {
  access: authorizeViewerInRoute,
  body: draftBody(createDraftSchema),
  run: async ({ body }) => respondWith(await saveNewDraft(body)),
});
