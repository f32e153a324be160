import "server-only";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookings, ticketTypes, users, waitlistEntries } from "@/db/schema";
import { encodeOpaqueId } from "@/lib/names/opaque-id";
import { pageByOpaqueId, parsePageCursor } from "@/lib/paging/keyset";
import { peopleQuery } from "@/lib/search/vector";
import type { WaitlistSearch } from "./organizer-search";
import { findPositions } from "./waiting-entries";

const PAGE_SIZE = 25;

export type OrganizerWaitlistEntry = {
  /** An opaque id. */
  entry: string;
  name: string;
  email: string;
  isActive: boolean;
  status: (typeof waitlistEntries.$inferSelect)["status"];
  quantity: number;
  acceptFewer: boolean;
  /** Null for any type. */
  ticketType: string | null;
  joinedAt: Date;
  resolvedAt: Date | null;
  /** When they were asked what to do because the ticket type is no longer sold. */
  typeClosedAt: Date | null;
  /** Of the booking or offer that came of it. */
  reference: string | null;
  seats: number | null;
  /** When the offer expires. */
  expiresAt: Date | null;
  /** 1 is next; null where the entry no longer waits. */
  position: number | null;
};

export type EntryPage = { entries: OrganizerWaitlistEntry[]; previous: string | null; next: string | null };

const entryColumns = {
  id: waitlistEntries.id,
  name: users.name,
  email: users.email,
  isActive: users.isActive,
  status: waitlistEntries.status,
  quantity: waitlistEntries.quantity,
  acceptFewer: waitlistEntries.acceptFewer,
  ticketType: ticketTypes.name,
  joinedAt: waitlistEntries.joinedAt,
  resolvedAt: waitlistEntries.resolvedAt,
  typeClosedAt: waitlistEntries.typeClosedAt,
  reference: bookings.reference,
  seats: bookings.numberOfTickets,
  expiresAt: bookings.expiresAt,
};

const selectEntries = () =>
  db
    .select(entryColumns)
    .from(waitlistEntries)
    .innerJoin(users, eq(users.id, waitlistEntries.userId))
    .leftJoin(ticketTypes, eq(ticketTypes.id, waitlistEntries.ticketTypeId))
    .leftJoin(bookings, eq(bookings.id, waitlistEntries.bookingId));

const hasEnded = inArray(waitlistEntries.status, ["converted", "expired", "left"]);

function matchesName(terms: string) {
  if (!terms) return undefined;
  // As an array, so that the planner always starts with the name index, and never reads the whole waitlist.
  return sql`${waitlistEntries.userId} = any(array(
    select id from users where search @@ ${peopleQuery(terms)}::tsquery))`;
}

/** One page of waiting entries, of open offers, or of entries that have ended. */
export async function listOrganizerEntries(eventId: number, search: WaitlistSearch): Promise<EntryPage> {
  const cursor = parsePageCursor(search, "waitlist");
  const isHistory = search.show === "history";
  const at = isHistory ? waitlistEntries.resolvedAt : waitlistEntries.joinedAt;
  const isAscending = isHistory === (cursor?.backwards ?? false);
  const beyond = cursor
    ? sql`(${at}, ${waitlistEntries.id}) ${sql.raw(isAscending ? ">" : "<")} (
        select edge.${sql.identifier(at.name)}, edge.id from ${waitlistEntries} as edge where edge.id = ${cursor.id})`
    : undefined;
  const order = isAscending ? asc : desc;
  const found = await selectEntries()
    .where(
      and(
        eq(waitlistEntries.eventId, eventId),
        isHistory ? hasEnded : eq(waitlistEntries.status, search.show === "offered" ? "offered" : "waiting"),
        matchesName(search.q),
        beyond,
      ),
    )
    .orderBy(order(at), order(waitlistEntries.id))
    .limit(PAGE_SIZE + 1);
  const { rows, previous, next } = pageByOpaqueId(found, cursor, PAGE_SIZE, "waitlist");
  const waiting = rows.filter(({ status }) => status === "waiting");
  const positions = await findPositions(
    db,
    eventId,
    waiting.map(({ id }) => id),
  );
  return { entries: rows.map((row) => toOrganizerEntry(row, positions.get(row.id) ?? null)), previous, next };
}

export async function findOrganizerEntry(eventId: number, entryId: number): Promise<OrganizerWaitlistEntry | null> {
  const [found] = await selectEntries().where(
    and(eq(waitlistEntries.id, entryId), eq(waitlistEntries.eventId, eventId)),
  );
  if (!found) return null;
  const positions =
    found.status === "waiting" ? await findPositions(db, eventId, [found.id]) : new Map<number, number>();
  return toOrganizerEntry(found, positions.get(found.id) ?? null);
}

function toOrganizerEntry(
  { id, ...row }: Omit<OrganizerWaitlistEntry, "entry" | "position"> & { id: number },
  position: number | null,
): OrganizerWaitlistEntry {
  return { ...row, entry: encodeOpaqueId(id, "waitlist"), position };
}
