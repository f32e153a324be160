import { checkInService } from "@/lib/check-in/check-in-service";
import { authorizeCheckIn, privateJsonResponse } from "@/lib/check-in/route-access";
import { defineRoute } from "@/lib/requests/define-route";

/** Counters and open conflicts, which devices poll every few seconds; 304 while nothing has changed. */
export const GET = defineRoute("/api/organize/events/[slug]/check-in/counters", {
  sameOriginOnly: true,
  access: authorizeCheckIn,
  run: async ({ request, context }) => {
    const { version, etag } = await checkInService.readManifestVersion(context);
    if (request.headers.get("if-none-match") === etag)
      return new Response(null, { status: 304, headers: { ETag: etag } });
    const [types, conflicts] = await Promise.all([
      checkInService.countCheckIns(context.event),
      checkInService.listConflicts(context.event),
    ]);
    return privateJsonResponse({ version, types, conflicts }, 200, { ETag: etag });
  },
});
