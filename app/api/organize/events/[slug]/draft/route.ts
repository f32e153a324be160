import { eventRouteAccessFor } from "@/lib/access/access";
import { draftBody, saveDraftSchema } from "@/lib/event-editing/draft-requests";
import { saveDraftForViewer } from "@/lib/event-editing/save-for-viewer";
import { defineRoute, respondWith } from "@/lib/requests/define-route";

/** Saves a draft as it was typed. A request and not an action, so that it outlives the page that sends it. */
export const POST = defineRoute("/api/organize/events/[slug]/draft", {
  access: eventRouteAccessFor("events.edit"),
  body: draftBody(saveDraftSchema),
  run: async ({ body, ...access }) => respondWith(await saveDraftForViewer(access, body)),
});
