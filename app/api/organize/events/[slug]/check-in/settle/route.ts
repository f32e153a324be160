import { checkInService } from "@/lib/check-in/check-in-service";
import { authorizeCheckIn, checkInBody, privateJsonResponse } from "@/lib/check-in/route-access";
import { resolveConflictSchema } from "@/lib/check-in/schema";
import { defineRoute } from "@/lib/requests/define-route";

/** Marks a conflict as reviewed. */
export const POST = defineRoute("/api/organize/events/[slug]/check-in/settle", {
  sameOriginOnly: true,
  access: authorizeCheckIn,
  body: checkInBody(resolveConflictSchema),
  run: async ({ context, body }) => {
    return privateJsonResponse({
      id: body.scanId,
      settled: await checkInService.resolveConflict(context, body.scanId),
    });
  },
});
