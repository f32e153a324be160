import "server-only";
import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { ticketTypes } from "@/db/schema";

/** Ticket types of an event in its own order. */
export function listTicketTypeNames(eventId: number) {
  return db
    .select({ code: ticketTypes.code, name: ticketTypes.name })
    .from(ticketTypes)
    .where(eq(ticketTypes.eventId, eventId))
    .orderBy(asc(ticketTypes.position), asc(ticketTypes.id));
}
