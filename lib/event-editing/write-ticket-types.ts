import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Queryable, Transaction } from "@/db/connect";
import { bookingItems, ticketTypes, waitlistEntries } from "@/db/schema";
import { newTicketTypeCode } from "@/lib/inventory/codes";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/exclusive-unit-of-work";
import type { TicketTypeRow } from "@/lib/inventory/load";
import { isTypeOnSale } from "@/lib/inventory/sales";
import { fieldErrors } from "@/texts/event-errors";
import type { TicketTypeValues } from "./schema";

/** Ticket types that bookings or waitlist entries refer to, also past ones: their rows must stay. */
export async function listUsedTicketTypes(
  db: Queryable,
  eventId: number,
): Promise<{ id: number; code: string; name: string; isBooked: boolean }[]> {
  const isBooked = sql<boolean>`exists (select from ${bookingItems} as item where item.ticket_type_id = ticket_types.id)`;
  const used = or(
    isBooked,
    sql`exists (select from ${waitlistEntries} where ${waitlistEntries.eventId} = ${eventId} and ${waitlistEntries.ticketTypeId} = ${ticketTypes.id})`,
  );
  return db
    .select({ id: ticketTypes.id, code: ticketTypes.code, name: ticketTypes.name, isBooked })
    .from(ticketTypes)
    .where(and(eq(ticketTypes.eventId, eventId), used));
}

/** Validation errors by field path. `before` must have been read under the row lock. */
export async function ticketTypeErrors(unit: ExclusiveUnitOfWork, before: TicketTypeRow[], wanted: TicketTypeValues[]) {
  const errors: Record<string, string> = {};
  const kept = new Set(wanted.map(({ code }) => code));
  if (before.some(({ code }) => !kept.has(code))) {
    const gone = (await listUsedTicketTypes(unit.tx, unit.event.id)).filter(({ code }) => !kept.has(code));
    for (const { name, isBooked } of gone) {
      errors.ticketTypes ??= isBooked ? fieldErrors.ticketTypeBooked(name) : fieldErrors.ticketTypeOnWaitlist(name);
    }
  }
  for (const [index, { code, quota }] of wanted.entries()) {
    const sold = before.find((type) => type.code === code)?.sold ?? 0;
    if (quota !== null && quota < sold) {
      errors[`ticketTypes.${index}.quota`] = fieldErrors.quotaTaken(sold);
    }
  }
  return errors;
}

/** Writes ticket types that `ticketTypeErrors` has accepted, in this order. */
export async function writeTicketTypes(unit: ExclusiveUnitOfWork, before: TicketTypeRow[], wanted: TicketTypeValues[]) {
  const { tx, event } = unit;
  const kept = new Set(wanted.map(({ code }) => code));
  const gone = before.filter(({ code }) => !kept.has(code)).map(({ id }) => id);
  if (gone.length > 0) await tx.delete(ticketTypes).where(inArray(ticketTypes.id, gone));
  let raised = 0;
  for (const [position, { code, ...values }] of wanted.entries()) {
    const known = before.find((type) => type.code === code);
    raised += newlyOpenSeats(known, values, unit);
    if (!known) {
      await insertTicketType(tx, { ...values, code, position, eventId: event.id });
    } else {
      await tx
        .update(ticketTypes)
        .set({ ...values, position })
        .where(and(eq(ticketTypes.id, known.id), eq(ticketTypes.eventId, event.id)));
    }
  }
  // Seats that a raised quota opens are treated as freed seats: the waitlist gets them first, and the next conversion run
  // releases the rest to the public.
  if (raised > 0 && event.status === "published" && (await unit.isAnyoneOnWaitlist())) unit.reserveForWaitlist(raised);
}

/** The code comes from a browser or an import: if another event has it, a new one is created. */
async function insertTicketType(tx: Transaction, type: typeof ticketTypes.$inferInsert) {
  const inserted = await tx.insert(ticketTypes).values(type).onConflictDoNothing().returning({ id: ticketTypes.id });
  if (inserted.length === 0) await tx.insert(ticketTypes).values({ ...type, code: newTicketTypeCode() });
}

/** How many more seats a ticket type may now sell. */
function newlyOpenSeats(
  known: TicketTypeRow | undefined,
  wanted: Omit<TicketTypeValues, "code">,
  { event, now }: ExclusiveUnitOfWork,
) {
  const { quota } = wanted;
  const available = event.availableTickets;
  const opensAgain = known !== undefined && !isTypeOnSale(known, now) && isTypeOnSale(wanted, now);
  if (!known || opensAgain) return quota ?? available;
  if (known.quota === null) return 0;
  return quota === null ? available : Math.max(0, quota - known.quota);
}
