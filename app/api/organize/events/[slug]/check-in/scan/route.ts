import { desk } from "@/lib/check-in/desk";
import { doorAnswer, doorBody, mayAtDoor } from "@/lib/check-in/door-access";
import { scanSchema } from "@/lib/check-in/schema";
import { defineRoute } from "@/lib/requests/define-route";

/** One scan, decided here and now. */
export const POST = defineRoute("/api/organize/events/[slug]/check-in/scan", {
  fromOwnPage: true,
  access: mayAtDoor,
  body: doorBody(scanSchema),
  run: async ({ door, body }) => {
    const result = await desk.scan(door, { ...body, at: new Date() });
    return result.ok ? doorAnswer(result.answer) : doorAnswer({ code: result.code }, 409);
  },
});
