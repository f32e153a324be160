import { desk } from "@/lib/check-in/desk";
import { doorAnswer, doorBody, mayAtDoor } from "@/lib/check-in/door-access";
import { syncSchema } from "@/lib/check-in/schema";
import { defineRoute } from "@/lib/requests/define-route";

/** What a device did while it had no network. */
export const POST = defineRoute("/api/organize/events/[slug]/check-in/sync", {
  fromOwnPage: true,
  access: mayAtDoor,
  body: doorBody(syncSchema),
  run: async ({ door, body }) => {
    return doorAnswer(await desk.sync(door, body.steps, body.sentAt ?? null));
  },
});
