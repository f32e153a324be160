import { checkInService } from "@/lib/check-in/check-in-service";
import { authorizeCheckIn, checkInBody, privateJsonResponse } from "@/lib/check-in/route-access";
import { scanSchema } from "@/lib/check-in/schema";
import { defineRoute } from "@/lib/requests/define-route";

export const POST = defineRoute("/api/organize/events/[slug]/check-in/scan", {
  sameOriginOnly: true,
  access: authorizeCheckIn,
  body: checkInBody(scanSchema),
  run: async ({ context, body }) => {
    const result = await checkInService.scan(context, { ...body, at: new Date() });
    return result.ok ? privateJsonResponse(result.answer) : privateJsonResponse({ code: result.code }, 409);
  },
});
