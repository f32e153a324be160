import { checkInService } from "@/lib/check-in/check-in-service";
import { authorizeCheckIn, checkInBody, privateJsonResponse } from "@/lib/check-in/route-access";
import { syncSchema } from "@/lib/check-in/schema";
import { defineRoute } from "@/lib/requests/define-route";

/** What a device did while it had no network. */
export const POST = defineRoute("/api/organize/events/[slug]/check-in/sync", {
  sameOriginOnly: true,
  access: authorizeCheckIn,
  body: checkInBody(syncSchema),
  run: async ({ door, body }) => {
    return privateJsonResponse(await checkInService.sync(door, body.steps, body.sentAt ?? null));
  },
});
