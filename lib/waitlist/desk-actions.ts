"use server";

import { mayWithEvent } from "@/lib/access/access";
import { bookingManager } from "@/lib/booking/manager";
import { updateEvent } from "@/lib/events/tags";
import { openId } from "@/lib/names/sealed-id";
import { defineAction } from "@/lib/requests/define-action";
import { failure } from "@/lib/requests/result";
import { convertWaitlist } from "./convert";
import { offerSchema, runSchema } from "./desk-schema";
import { givenWords, runWords, waitlistRefusal } from "./desk-words";
import { offerByHand } from "./offer-by-hand";

/** Gives what is free to the line now. */
export const runWaitlistAction = defineAction({
  input: runSchema,
  access: mayWithEvent("waitlist.manage"),
  run: async ({ event, viewer }) => {
    const result = await convertWaitlist(bookingManager, { eventId: event.id, actorId: viewer.id });
    if (!result.ok) return failure(result.code, waitlistRefusal(result));
    updateEvent(event.slug);
    return { ok: true, message: runWords(result) };
  },
});

/** Gives what is free to one in line. */
export const offerToEntryAction = defineAction({
  input: offerSchema,
  access: mayWithEvent("waitlist.manage"),
  run: async ({ input: { entry, reason }, event, viewer }) => {
    const entryId = openId(entry, "waitlist") ?? 0;
    const result = await offerByHand(bookingManager, { eventId: event.id, entryId, actorId: viewer.id, reason });
    if (!result.ok) return failure(result.code, waitlistRefusal(result));
    updateEvent(event.slug);
    return { ok: true, message: givenWords(result) };
  },
});
