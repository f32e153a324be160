import { checkInService } from "@/lib/check-in/check-in-service";
import { authorizeCheckIn, privateJsonResponse } from "@/lib/check-in/route-access";
import { manifestRequestSchema } from "@/lib/check-in/schema";
import { defineRoute } from "@/lib/requests/define-route";

/** The tickets of the event for a device's own list, or what changed since the version it has (`?since=`). */
export const GET = defineRoute("/api/organize/events/[slug]/check-in/list", {
  sameOriginOnly: true,
  access: authorizeCheckIn,
  run: async ({ request, door }) => {
    const asked = manifestRequestSchema.safeParse({ since: request.nextUrl.searchParams.get("since") });
    if (!asked.success) return privateJsonResponse({ code: "INVALID" }, 400);
    const { version, etag } = await checkInService.readManifestVersion(door);
    if (request.headers.get("if-none-match") === etag)
      return new Response(null, { status: 304, headers: { ETag: etag } });
    return privateJsonResponse(await checkInService.readManifest(door, { version, since: asked.data.since }), 200, {
      ETag: etag,
    });
  },
});
