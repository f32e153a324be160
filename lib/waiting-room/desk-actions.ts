"use server";

import { mayWithEvent } from "@/lib/access/access";
import { defineFormAction } from "@/lib/requests/define-action";
import { steerSchema } from "./desk-schema";
import { steerRoom } from "./steer";

/** Pauses an event's waiting room, lets it go on, or changes how many it lets in per minute. */
export const steerWaitingRoomAction = defineFormAction({
  page: ({ slug = "" }) => `/organize/events/${encodeURIComponent(slug)}`,
  input: steerSchema,
  access: mayWithEvent("events.edit"),
  run: async ({ input, event, viewer }) => {
    const change =
      input.intent === "rate" ? { admissionsPerMinute: input.perMinute } : { isPaused: input.intent === "pause" };
    await steerRoom(event, viewer.id, change);
    return { ok: true };
  },
});
