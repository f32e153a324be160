import { desk } from "@/lib/check-in/desk";
import { doorAnswer, doorBody, mayAtDoor } from "@/lib/check-in/door-access";
import { undoSchema } from "@/lib/check-in/schema";
import { defineRoute } from "@/lib/requests/define-route";

/** Takes one admission back. */
export const POST = defineRoute("/api/organize/events/[slug]/check-in/undo", {
  fromOwnPage: true,
  access: mayAtDoor,
  body: doorBody(undoSchema),
  run: async ({ door, body }) => {
    const result = await desk.undo(door, { ...body, at: new Date() });
    return doorAnswer({ id: body.id, undone: result.ok });
  },
});
