import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { events, ticketTypes } from "@/db/schema";
import { sellsUntil } from "@/lib/inventory/sales";
import { hasTypeSaleEnded } from "@/lib/waitlist/closed-types";

/** Ticket types that are or will be on sale, with prices. */
export async function listTypesOnSale(event: { id: number }, now = new Date()) {
  const types = await db
    .select({
      code: ticketTypes.code,
      name: ticketTypes.name,
      price: ticketTypes.price,
      currency: events.currency,
      salesStartAt: ticketTypes.salesStartAt,
      salesEndAt: ticketTypes.salesEndAt,
      event: { startsAt: events.startsAt, endsAt: events.endsAt, salesEndAt: events.salesEndAt },
    })
    .from(ticketTypes)
    .innerJoin(events, eq(events.id, ticketTypes.eventId))
    .where(eq(ticketTypes.eventId, event.id))
    .orderBy(ticketTypes.position, ticketTypes.id);
  return types.filter((type) => !hasTypeSaleEnded(type, sellsUntil(type.event), now));
}
