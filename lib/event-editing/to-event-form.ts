import type { events, ticketTypes } from "@/db/schema";
import { toTypedWallClock } from "@/lib/time/stored-wall-clocks";
import { findTimeZone } from "@/lib/time/time-zone";
import { toAmountInput } from "./amount";
import { isUndated } from "./event-times";
import { draftFormSchema, type EventForm, emptyEventForm } from "./form";

type EventRow = typeof events.$inferSelect;
type TicketTypeRow = typeof ticketTypes.$inferSelect;

function toEventFormFromColumns(event: EventRow, types: TicketTypeRow[]): EventForm {
  const wall = (at: Date | null, kept: string | null) => (at ? toTypedWallClock(at, kept, event.timeZone) : "");
  return {
    name: event.name,
    summary: event.summary,
    category: event.category,
    timeZone: event.timeZone,
    startsAt: isUndated(event) ? "" : wall(event.startsAt, event.startsAtWall),
    endsAt: isUndated(event) ? "" : wall(event.endsAt, event.endsAtWall),
    venue: event.venue,
    address: event.address,
    city: event.city,
    country: event.country,
    description: event.description,
    coverImage: event.coverImage,
    currency: event.currency,
    paymentMethod: event.paymentMethod,
    paymentMinutes: String(event.paymentMinutes),
    ticketTypes: types.map((type) => ({
      code: type.code,
      name: type.name,
      description: type.description,
      price: toAmountInput(type.price, event.currency),
      quota: type.quota === null ? "" : String(type.quota),
      salesStartAt: wall(type.salesStartAt, type.salesStartAtWall),
      salesEndAt: wall(type.salesEndAt, type.salesEndAtWall),
    })),
    capacity: String(event.capacity),
    maxTicketsPerBooking: String(event.maxTicketsPerBooking),
    holdMinutes: String(event.holdMinutes),
    cancellationCutoffHours: String(event.cancellationCutoffHours),
    waitlistEnabled: event.waitlistEnabled,
    waitingRoom: event.waitingRoom,
    salesStartAt: wall(event.salesStartAt, event.salesStartAtWall),
    salesEndAt: wall(event.salesEndAt, event.salesEndAtWall),
  };
}

/** The editor's form: for a draft as it was typed, else from the columns. */
export function toEventForm(event: EventRow, types: TicketTypeRow[]): EventForm {
  if (event.status !== "draft" || event.form === null) return toEventFormFromColumns(event, types);
  // Fields that were added to the form since the draft was saved are empty.
  const whole = draftFormSchema.safeParse({ ...emptyEventForm(), ...event.form });
  if (!whole.success) return toEventFormFromColumns(event, types);
  return { ...whole.data, timeZone: findTimeZone(whole.data.timeZone) ?? whole.data.timeZone };
}
