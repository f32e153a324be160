import { and, eq, sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { events, tickets, ticketTypes, users } from "@/db/schema";
import { fingerprintOf, readCode } from "@/lib/tickets/signed-code";
import type { TicketName } from "./schema";

/** The expression of the index `tickets_by_fingerprint_idx`. */
const half = sql`substring(sha256(${tickets.code}::bytea) from 1 for 16)`;

/** A ticket's fingerprint as text, made where the code is, so that a list of many costs no code its trip. */
export const fingerprintColumn = sql<string>`rtrim(translate(encode(${half}, 'base64'), '+/', '-_'), '=')`;

const columns = {
  id: tickets.id,
  bookingId: tickets.bookingId,
  eventId: tickets.eventId,
  code: tickets.code,
  status: tickets.status,
  holderName: tickets.holderName,
  typeName: ticketTypes.name,
  checkedInAt: tickets.checkedInAt,
  checkedInBy: users.name,
  device: sql<string | null>`(
    select device from scans where scans.ticket_id = ${tickets.id} and outcome = 'admitted'
    order by scanned_at desc limit 1
  )`,
  event: {
    organizerId: events.organizerId,
    status: events.status,
    name: events.name,
    startsAt: events.startsAt,
    timeZone: events.timeZone,
  },
};

/** The ticket that was scanned at an event's door: by its code of whichever event, by its fingerprint of this one only. */
export async function findTicket(db: Queryable, eventId: number, named: TicketName) {
  const condition = conditionFor(eventId, named);
  if (!condition) return null;
  const [row] = await db
    .select(columns)
    .from(tickets)
    .innerJoin(ticketTypes, eq(ticketTypes.id, tickets.ticketTypeId))
    .innerJoin(events, eq(events.id, tickets.eventId))
    .leftJoin(users, eq(users.id, tickets.checkedInBy))
    .where(condition);
  if (!row) return null;
  return { ...row, fingerprint: await fingerprintOf(row.code) };
}

export type FoundTicket = NonNullable<Awaited<ReturnType<typeof findTicket>>>;

function conditionFor(eventId: number, named: TicketName) {
  if ("fingerprint" in named) {
    const bytes = Buffer.from(named.fingerprint, "base64url").toString("hex");
    return and(eq(tickets.eventId, eventId), eq(half, sql`decode(${bytes}, 'hex')`));
  }
  const read = readCode(named.text);
  return read ? eq(tickets.code, read.code) : null;
}
