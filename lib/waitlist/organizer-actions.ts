"use server";

import { eventAccessFor } from "@/lib/access/access";
import { bookingManager } from "@/lib/booking/manager";
import { updateEventTags } from "@/lib/events/tags";
import { decodeOpaqueId } from "@/lib/names/opaque-id";
import { defineAction } from "@/lib/requests/define-action";
import { failure } from "@/lib/requests/result";
import { convertWaitlist } from "./convert";
import { offerManually } from "./offer-manually";
import { offerMessageFor, refusalMessageFor, runMessageFor } from "./organizer-messages";
import { offerManuallySchema, runWaitlistSchema } from "./organizer-schema";

/** Offers available tickets in waitlist order. */
export const runWaitlistAction = defineAction({
  input: runWaitlistSchema,
  access: eventAccessFor("waitlist.manage"),
  run: async ({ event, viewer }) => {
    const result = await convertWaitlist(bookingManager, { eventId: event.id, actorId: viewer.id });
    if (!result.ok) return failure(result.code, refusalMessageFor(result));
    updateEventTags(event.slug);
    return { ok: true, message: runMessageFor(result) };
  },
});

/** Offers available tickets to one entry. */
export const offerToEntryAction = defineAction({
  input: offerManuallySchema,
  access: eventAccessFor("waitlist.manage"),
  run: async ({ input: { entry, reason }, event, viewer }) => {
    const entryId = decodeOpaqueId(entry, "waitlist") ?? 0;
    const result = await offerManually(bookingManager, { eventId: event.id, entryId, actorId: viewer.id, reason });
    if (!result.ok) return failure(result.code, refusalMessageFor(result));
    updateEventTags(event.slug);
    return { ok: true, message: offerMessageFor(result) };
  },
});
