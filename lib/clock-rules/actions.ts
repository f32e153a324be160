"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { eventAccessFor } from "@/lib/access/access";
import { bookingManager } from "@/lib/booking/manager";
import { checkoutFailure } from "@/lib/checkout/messages";
import { updateEventTags } from "@/lib/events/tags";
import { defineFormAction } from "@/lib/requests/define-action";
import { failure } from "@/lib/requests/result";
import { clockRules } from "@/texts/event-errors";
import { resolveClockRules } from "./resolve";

const eventPagePath = (slug: string, page = "") => `/organize/events/${encodeURIComponent(slug)}${page}` as Route;

/** Settles a booked event whose clock rules have changed, and opens the operation that notifies attendees. */
export const resolveClockRulesAction = defineFormAction({
  page: ({ slug = "" }) => eventPagePath(slug),
  input: z.object({
    slug: z.string(),
    keep: z.enum(["clock", "moment"]),
    version: z.coerce.number().int().positive(),
  }),
  invalidMessage: { message: clockRules.invalid },
  // All attendees get an email, as after a new date.
  access: eventAccessFor("events.cancel"),
  run: async ({ input: { keep, version }, event, viewer }) => {
    const result = await resolveClockRules(bookingManager, { eventId: event.id, actorId: viewer.id, keep, version });
    if (!result.ok) {
      if (result.code === "NOT_ASKED") {
        return failure(result.code, clockRules.notAsked);
      }
      return checkoutFailure(result, {
        doing: "organize",
        timeZone: event.timeZone,
        eventPath: `/events/${event.slug}`,
      });
    }
    updateEventTags(event.slug);
    return redirect(eventPagePath(event.slug, result.operationId ? `/operations/${result.operationId}` : ""));
  },
});
