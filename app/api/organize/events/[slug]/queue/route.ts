import { eventRouteAccessFor } from "@/lib/access/access";
import { defineRoute } from "@/lib/requests/define-route";
import { getOrganizerRoom } from "@/lib/waiting-room/organizer-room";

/** The state of an event's waiting room, polled every few seconds by its team. */
export const GET = defineRoute("/api/organize/events/[slug]/queue", {
  access: eventRouteAccessFor("events.edit"),
  run: async ({ event }) =>
    Response.json(await getOrganizerRoom(event), { headers: { "Cache-Control": "private, no-store" } }),
});
