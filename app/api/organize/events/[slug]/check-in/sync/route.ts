import { checkInService } from "@/lib/check-in/check-in-service";
import { authorizeCheckIn, checkInBody, privateJsonResponse } from "@/lib/check-in/route-access";
import { syncSchema } from "@/lib/check-in/schema";
import { defineRoute } from "@/lib/requests/define-route";

/** Receives the steps of an offline device. */
export const POST = defineRoute("/api/organize/events/[slug]/check-in/sync", {
  sameOriginOnly: true,
  access: authorizeCheckIn,
  body: checkInBody(syncSchema),
  run: async ({ context, body }) => {
    return privateJsonResponse(await checkInService.sync(context, body.steps, body.sentAt ?? null));
  },
});
