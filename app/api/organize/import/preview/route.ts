import { authorizeViewerInRoute } from "@/lib/auth/access";
import { importBody } from "@/lib/event-import/import-request";
import { handleImportPreview } from "@/lib/event-import/import-route";
import { defineRoute, respondWith } from "@/lib/requests/define-route";

/** Previews an import. */
export const POST = defineRoute("/api/organize/import/preview", {
  access: authorizeViewerInRoute,
  limit: ({ viewer }) => ({ action: "event-import", address: viewer.email }),
  body: importBody,
  run: async ({ body }) => respondWith(await handleImportPreview(body)),
});
