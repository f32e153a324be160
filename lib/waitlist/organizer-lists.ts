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
  /** Sealed. */
  entry: string;
  name: string;
  email: string;
  isActive: boolean;
  status: (typeof waitlistEntries.$inferSelect)["status"];
  quantity: number;
  acceptFewer: boolean;
  /** Null where every type will do. */
  ticketType: string | null;
  joinedAt: Date;
  resolvedAt: Date | null;
  /** When they were asked what to do, as the ticket type is no longer sold. */
  typeClosedAt: Date | null;
  /** Of the booking it became, or was offered. */
  reference: string | null;
  seats: number | null;
  /** Until when an offer runs. */
  expiresAt: Date | null;
  /** 1 is next in line; null for whoever waits no longer. */
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

function matchesName(words: string) {
  if (!words) return undefined;
  // As an array, so that people are always found by the index first, and never by reading the whole line.
  return sql`${waitlistEntries.userId} = any(array(
    select id from users where search @@ ${peopleQuery(words)}::tsquery))`;
}

/** One page of those who wait, who hold an offer, or whose waiting is over. */
export async function listOrganizerEntries(eventId: number, search: WaitlistSearch): Promise<EntryPage> {
  const place = parsePageCursor(search, "waitlist");
  const isHistory = search.show === "history";
  const at = isHistory ? waitlistEntries.resolvedAt : waitlistEntries.joinedAt;
  const isAscending = isHistory === (place?.backwards ?? false);
  const beyond = place
    ? sql`(${at}, ${waitlistEntries.id}) ${sql.raw(isAscending ? ">" : "<")} (
        select edge.${sql.identifier(at.name)}, edge.id from ${waitlistEntries} as edge where edge.id = ${place.id})`
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
  const { rows, previous, next } = pageByOpaqueId(found, place, PAGE_SIZE, "waitlist");
  const waiting = rows.filter(({ status }) => status === "waiting");
  const positions = await findPositions(
    db,
    eventId,
    waiting.map(({ id }) => id),
  );
  return { entries: rows.map((row) => toOrganizerEntry(row, positions.get(row.id) ?? null)), previous, next };
}

/** One entry of this event. */
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
