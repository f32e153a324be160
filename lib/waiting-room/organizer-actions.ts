"use server";

import { eventAccessFor } from "@/lib/access/access";
import { defineFormAction } from "@/lib/requests/define-action";
import { updateRoomSettings, updateRoomSettingsSchema } from "./update-settings";

/** Pauses or resumes an event's waiting room, or changes its admission rate. */
export const updateRoomSettingsAction = defineFormAction({
  page: ({ slug = "" }) => `/organize/events/${encodeURIComponent(slug)}`,
  input: updateRoomSettingsSchema,
  access: eventAccessFor("events.edit"),
  run: async ({ input, event, viewer }) => {
    const change =
      input.intent === "rate" ? { admissionsPerMinute: input.perMinute } : { isPaused: input.intent === "pause" };
    await updateRoomSettings(event, viewer.id, change);
    return { ok: true };
  },
});
