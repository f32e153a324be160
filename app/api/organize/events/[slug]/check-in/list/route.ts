import { checkInService } from "@/lib/check-in/check-in-service";
import { authorizeCheckIn, privateJsonResponse } from "@/lib/check-in/route-access";
import { manifestRequestSchema } from "@/lib/check-in/schema";
import { defineRoute } from "@/lib/requests/define-route";

/** The tickets for a device's list: all, or those changed since its version (`?since=`). */
export const GET = defineRoute("/api/organize/events/[slug]/check-in/list", {
  sameOriginOnly: true,
  access: authorizeCheckIn,
  run: async ({ request, context }) => {
    const query = manifestRequestSchema.safeParse({ since: request.nextUrl.searchParams.get("since") });
    if (!query.success) return privateJsonResponse({ code: "INVALID" }, 400);
    const { version, etag } = await checkInService.readManifestVersion(context);
    if (request.headers.get("if-none-match") === etag)
      return new Response(null, { status: 304, headers: { ETag: etag } });
    return privateJsonResponse(await checkInService.readManifest(context, { version, since: query.data.since }), 200, {
      ETag: etag,
    });
  },
});
