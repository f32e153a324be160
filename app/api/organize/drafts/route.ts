import { authorizeViewerInRoute } from "@/lib/auth/access";
import { createDraftSchema, draftBody, saveNewDraft } from "@/lib/event-editing/draft-requests";
import { defineRoute, respondWith } from "@/lib/requests/define-route";

/** Creates a draft from the form of a new event, and responds with its slug. */
export const POST = defineRoute("/api/organize/drafts", {
  access: authorizeViewerInRoute,
  body: draftBody(createDraftSchema),
  run: async ({ body }) => respondWith(await saveNewDraft(body)),
});
