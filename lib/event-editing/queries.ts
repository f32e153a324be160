import "server-only";
import { desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema";
import { isOfferedCurrency } from "@/lib/money/currencies";
import { readCurrentEvent } from "./current-event";
import { type EventForm, emptyEventForm } from "./form";
import { listUsedTicketTypes } from "./write-ticket-types";

/** An event and the state of its ticket types for its editor. */
export async function getEditorEvent(eventId: number) {
  const [current, used] = await Promise.all([readCurrentEvent(db, eventId), listUsedTicketTypes(db, eventId)]);
  const types = current.types.map(({ code, sold }) => ({
    code,
    sold,
    isUsed: used.some((type) => type.code === code),
    price: current.form.ticketTypes.find((type) => type.code === code)?.price ?? "",
  }));
  return { ...current, types };
}

/** The form of a new event, with the place and currency of the organizer's latest event. */
export async function getNewEventForm(organizerId: number, viewerZone: string | null): Promise<EventForm> {
  const [latest] = await db
    .select({
      timeZone: events.timeZone,
      country: events.country,
      currency: events.currency,
      city: events.city,
    })
    .from(events)
    .where(eq(events.organizerId, organizerId))
    .orderBy(desc(events.startsAt), desc(events.id))
    .limit(1);
  if (!latest) return emptyEventForm({ timeZone: viewerZone ?? "UTC" });
  return emptyEventForm({
    ...latest,
    country: latest.country === "ZZ" ? "" : latest.country,
    currency: isOfferedCurrency(latest.currency) ? latest.currency : emptyEventForm().currency,
  });
}
