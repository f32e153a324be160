import { addDays } from "date-fns";
import { type EventForm, emptyEventForm, emptyTicketType } from "@/lib/event-editing/form";
import { wallClock } from "@/lib/time/wall-clock";

/** A form that lacks nothing, for an event in thirty days. */
export function completeForm(over: Partial<EventForm> = {}): EventForm {
  const startsAt = addDays(new Date(), 30);
  const timeZone = "Europe/Lisbon";
  return emptyEventForm({
    name: "Night of the long tables",
    category: "food",
    timeZone,
    startsAt: wallClock(startsAt, timeZone),
    endsAt: wallClock(addDays(startsAt, 1), timeZone),
    venue: "The Ropeworks",
    city: "Lisbon",
    country: "PT",
    currency: "EUR",
    capacity: "40",
    ticketTypes: [{ ...emptyTicketType("SEAT0001"), name: "Seat", price: "12.50" }],
    ...over,
  });
}
