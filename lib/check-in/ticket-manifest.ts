import "server-only";
import { createHmac } from "node:crypto";
import { and, asc, count, eq, gte, sql, sum } from "drizzle-orm";
import type { Database } from "@/db/connect";
import { bookingItems, bookings, tickets, ticketTypes, users } from "@/db/schema";
import { env } from "@/lib/env";
import { deriveEventKey } from "@/lib/tickets/event-key";
import { countOpenConflicts } from "./conflicts";
import { startOfCheckInPeriod } from "./event-day";
import { fingerprintColumn } from "./find-ticket";
import type { CheckInContext, CountersResponse, ManifestResponse, ManifestTicket } from "./types";

/**
 * Changes are read from a minute before the device's version: `changed_at` is the start of a transaction, which may
 * commit after others that started later.
 */
const OVERLAP = sql`interval '1 minute'`;
const FRESH_MS = 20_000;

/** A cheap version of the list and its counters. It changes with tickets and conflicts, and every 20 seconds. */
export async function readManifestVersion(db: Database, eventId: number, now = new Date()) {
  const conflicts = countOpenConflicts(db, eventId);
  const [row] = await db
    .select({
      changedAt: sql<
        string | null
      >`to_char(max(${tickets.changedAt}) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    })
    .from(tickets)
    .where(eq(tickets.eventId, eventId));
  const version = row?.changedAt ?? "1970-01-01T00:00:00.000000Z";
  // The time is part of the tag because a late commit does not change the latest `changed_at`.
  return { version, etag: `"${version}/${await conflicts}/${Math.floor(now.getTime() / FRESH_MS)}"` };
}

/**
 * Checked-in and expected tickets by type; of today, if the event lasts for several days. Does not read all tickets:
 * each seat that is sold and not held has a valid ticket, and checked-in tickets have their own index.
 */
export async function countCheckInsByType(
  db: Database,
  event: CheckInContext["event"],
  now = new Date(),
): Promise<CountersResponse["types"]> {
  const since = startOfCheckInPeriod(now, event);
  const held = db
    .select({ typeId: bookingItems.ticketTypeId, seats: sum(bookingItems.quantity).as("held_seats") })
    .from(bookings)
    .innerJoin(bookingItems, eq(bookingItems.bookingId, bookings.id))
    .where(and(eq(bookings.eventId, event.id), sql`${bookings.status} = 'pending'`))
    .groupBy(bookingItems.ticketTypeId)
    .as("held");
  const inside = db
    .select({ typeId: tickets.ticketTypeId, seats: count().as("inside_seats") })
    .from(tickets)
    // Literal conditions, to match the partial index.
    .where(
      and(
        eq(tickets.eventId, event.id),
        sql`${tickets.status} = 'valid' and ${tickets.checkedInAt} is not null`,
        since ? gte(tickets.checkedInAt, since) : undefined,
      ),
    )
    .groupBy(tickets.ticketTypeId)
    .as("inside");
  const isCancelled = event.status === "cancelled";
  const types = await db
    .select({
      code: ticketTypes.code,
      name: ticketTypes.name,
      in: sql<number>`coalesce(${inside.seats}, 0)::int`,
      expected: sql<number>`(${ticketTypes.sold} - coalesce(${held.seats}, 0))::int`,
    })
    .from(ticketTypes)
    .leftJoin(held, eq(held.typeId, ticketTypes.id))
    .leftJoin(inside, eq(inside.typeId, ticketTypes.id))
    .where(eq(ticketTypes.eventId, event.id))
    .orderBy(asc(ticketTypes.position), asc(ticketTypes.id));
  return isCancelled ? types.map((type) => ({ ...type, in: 0, expected: 0 })) : types;
}

/** The tickets that a device needs offline: all, or those changed since a version. */
export async function readTicketManifest(
  db: Database,
  context: CheckInContext,
  { version, since }: { version: string; since: string | null },
): Promise<ManifestResponse> {
  const { event } = context;
  const [types, rows] = await Promise.all([
    db
      .select({ code: ticketTypes.code, name: ticketTypes.name })
      .from(ticketTypes)
      .where(eq(ticketTypes.eventId, event.id))
      .orderBy(asc(ticketTypes.position), asc(ticketTypes.id)),
    db
      .select({
        fingerprint: fingerprintColumn,
        holderName: tickets.holderName,
        type: ticketTypes.code,
        status: tickets.status,
        checkedInAt: tickets.checkedInAt,
        checkedInBy: users.name,
      })
      .from(tickets)
      .innerJoin(ticketTypes, eq(ticketTypes.id, tickets.ticketTypeId))
      .leftJoin(users, eq(users.id, tickets.checkedInBy))
      .where(
        and(
          eq(tickets.eventId, event.id),
          since === null ? undefined : gte(tickets.changedAt, sql`${since}::timestamptz - ${OVERLAP}`),
        ),
      ),
  ]);
  return {
    version,
    full: since === null,
    viewer: viewerKey(context.viewer.id),
    key: Buffer.from(deriveEventKey(event.id)).toString("base64"),
    types,
    tickets: rows.map(
      ({ fingerprint, holderName, type, status, checkedInAt, checkedInBy }): ManifestTicket => ({
        fingerprint,
        holderName,
        type,
        ...(status === "void" || event.status === "cancelled" ? { isVoid: true } : {}),
        ...(checkedInAt ? { admission: { at: checkedInAt.toISOString(), by: checkedInBy } } : {}),
      }),
    ),
  };
}

/** An opaque key for a viewer, which separates different users' data on one device. */
function viewerKey(userId: number): string {
  return createHmac("sha256", env.NEXTAUTH_SECRET)
    .update(`check-in device of ${userId}`)
    .digest("base64url")
    .slice(0, 16);
}
