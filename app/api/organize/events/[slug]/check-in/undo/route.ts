import { checkInService } from "@/lib/check-in/check-in-service";
import { authorizeCheckIn, checkInBody, privateJsonResponse } from "@/lib/check-in/route-access";
import { undoSchema } from "@/lib/check-in/schema";
import { defineRoute } from "@/lib/requests/define-route";

export const POST = defineRoute("/api/organize/events/[slug]/check-in/undo", {
  sameOriginOnly: true,
  access: authorizeCheckIn,
  body: checkInBody(undoSchema),
  run: async ({ context, body }) => {
    const result = await checkInService.undo(context, { ...body, at: new Date() });
    return privateJsonResponse({ id: body.id, undone: result.ok });
  },
});
