import { desk } from "@/lib/check-in/desk";
import { doorAnswer, doorBody, mayAtDoor } from "@/lib/check-in/door-access";
import { settleSchema } from "@/lib/check-in/schema";
import { defineRoute } from "@/lib/requests/define-route";

/** Marks a conflict as looked at. */
export const POST = defineRoute("/api/organize/events/[slug]/check-in/settle", {
  fromOwnPage: true,
  access: mayAtDoor,
  body: doorBody(settleSchema),
  run: async ({ door, body }) => {
    return doorAnswer({ id: body.scanId, settled: await desk.settle(door, body.scanId) });
  },
});
