import { checkInService } from "@/lib/check-in/check-in-service";
import { authorizeCheckIn, privateJsonResponse } from "@/lib/check-in/route-access";
import { defineRoute } from "@/lib/requests/define-route";

/** How many are in, and what needs a look, for the devices that ask every few seconds: nothing new costs them and us next to nothing. */
export const GET = defineRoute("/api/organize/events/[slug]/check-in/counters", {
  sameOriginOnly: true,
  access: authorizeCheckIn,
  run: async ({ request, door }) => {
    const { version, etag } = await checkInService.readManifestVersion(door);
    if (request.headers.get("if-none-match") === etag)
      return new Response(null, { status: 304, headers: { ETag: etag } });
    const [types, conflicts] = await Promise.all([
      checkInService.countCheckIns(door.event),
      checkInService.listConflicts(door.event),
    ]);
    return privateJsonResponse({ version, types, conflicts }, 200, { ETag: etag });
  },
});
