import { authorizeViewerInRoute } from "@/lib/auth/access";
import { importBody } from "@/lib/event-import/import-request";
import { handleImport } from "@/lib/event-import/import-route";
import { defineRoute, respondWith } from "@/lib/requests/define-route";

/** Imports a file as drafts. A request and not an action: files are larger than an action's body. */
export const POST = defineRoute("/api/organize/import", {
  access: authorizeViewerInRoute,
  limit: ({ viewer }) => ({ action: "event-import", address: viewer.email }),
  body: importBody,
  run: async ({ body }) => respondWith(await handleImport(body)),
});
