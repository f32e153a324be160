import { mayAtEvent } from "@/lib/access/access";
import { defineRoute } from "@/lib/requests/define-route";
import { deskRoom } from "@/lib/waiting-room/desk";

/** How an event's waiting room is doing, for its team; asked every few seconds while somebody looks. */
export const GET = defineRoute("/api/organize/events/[slug]/queue", {
  access: mayAtEvent("events.edit"),
  run: async ({ event }) => Response.json(await deskRoom(event), { headers: { "Cache-Control": "private, no-store" } }),
});
