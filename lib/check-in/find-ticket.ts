import { and, eq, inArray, sql } from "drizzle-orm";
import type { Queryable } from "@/db/connect";
import { events, tickets, ticketTypes, users } from "@/db/schema";
import { type CodeReading, readCodes } from "@/lib/tickets/code-readings";
import { deriveEventKey } from "@/lib/tickets/event-key";
import { fingerprintOf, isGenuine } from "@/lib/tickets/signed-code";
import type { TicketIdentifier } from "./schema";

/** The expression of the index `tickets_by_fingerprint_idx`. */
const fingerprintBytes = sql`substring(sha256(${tickets.code}::bytea) from 1 for 16)`;

/** A ticket's fingerprint as text, computed in the database so that codes are not transferred. */
export const fingerprintColumn = sql<string>`rtrim(translate(encode(${fingerprintBytes}, 'base64'), '+/', '-_'), '=')`;

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

/** The scanned ticket: by code, of any event; by fingerprint, of this event only. */
export async function findTicket(db: Queryable, eventId: number, identifier: TicketIdentifier) {
  const readings = "text" in identifier ? readCodes(identifier.text) : [];
  const condition = conditionFor(eventId, identifier, readings);
  if (!condition) return null;
  const rows = await db
    .select(columns)
    .from(tickets)
    .innerJoin(ticketTypes, eq(ticketTypes.id, tickets.ticketTypeId))
    .innerJoin(events, eq(events.id, tickets.eventId))
    .leftJoin(users, eq(users.id, tickets.checkedInBy))
    .where(condition)
    .prepare("find_ticket")
    .execute();
  const row = "text" in identifier ? await pickReading(eventId, rows, readings) : rows[0];
  if (!row) return null;
  return { ...row, fingerprint: await fingerprintOf(row.code) };
}

export type FoundTicket = NonNullable<Awaited<ReturnType<typeof findTicket>>>;

function conditionFor(eventId: number, identifier: TicketIdentifier, readings: CodeReading[]) {
  if ("fingerprint" in identifier) {
    const bytes = Buffer.from(identifier.fingerprint, "base64url").toString("hex");
    return and(eq(tickets.eventId, eventId), eq(fingerprintBytes, sql`decode(${bytes}, 'hex')`));
  }
  const codes = [...new Set(readings.map(({ code }) => code))];
  return codes.length > 0 ? inArray(tickets.code, codes) : null;
}

/** The ticket of the first valid reading. A guess needs a valid signature or, without one, a ticket of this event. */
async function pickReading<Row extends { code: string; eventId: number }>(
  eventId: number,
  rows: Row[],
  readings: CodeReading[],
): Promise<Row | undefined> {
  for (const { code, signature, layout } of readings) {
    const row = rows.find((candidate) => candidate.code === code);
    if (!row) continue;
    if (!layout) return row;
    if (signature ? await isGenuine(deriveEventKey(row.eventId), code, signature) : row.eventId === eventId) return row;
  }
}
