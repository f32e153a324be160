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
import { resolveClockRules } from "./resolve";

const eventPagePath = (slug: string, page = "") => `/organize/events/${encodeURIComponent(slug)}${page}` as Route;

/** Settles what changed clock rules have done to a booked event, and goes to see how its people are told. */
export const resolveClockRulesAction = defineFormAction({
  page: ({ slug = "" }) => eventPagePath(slug),
  input: z.object({
    slug: z.string(),
    keep: z.enum(["clock", "moment"]),
    version: z.coerce.number().int().positive(),
  }),
  invalidMessage: { message: "Choose one of the two." },
  // Everybody who booked gets an email, as when an event is moved.
  access: eventAccessFor("events.cancel"),
  run: async ({ input: { keep, version }, event, viewer }) => {
    const result = await resolveClockRules(bookingManager, { eventId: event.id, actorId: viewer.id, keep, version });
    if (!result.ok) {
      if (result.code === "NOT_ASKED") {
        return failure(result.code, "This was settled, or the event was changed, in the meantime.");
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
