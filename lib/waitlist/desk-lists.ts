import "server-only";
import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookings, ticketTypes, users, waitlistEntries } from "@/db/schema";
import { pageOf, placeOf } from "@/lib/organize/keyset";
import { sealId } from "@/lib/organize/sealed-id";
import { wordPrefixes } from "@/lib/search/word-prefix";
import type { WaitlistSearch } from "./desk-search";
import { position } from "./queries";

const PAGE_SIZE = 25;

export type DeskEntry = {
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
  /** Of the booking it became, or was offered. */
  reference: string | null;
  seats: number | null;
  /** Until when an offer runs. */
  expiresAt: Date | null;
  /** 1 is next in line; null for whoever waits no longer. */
  position: number | null;
};

export type EntryPage = { entries: DeskEntry[]; previous: string | null; next: string | null };

const shown = {
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
  reference: bookings.reference,
  seats: bookings.numberOfTickets,
  expiresAt: bookings.expiresAt,
};

const entriesWith = <Columns extends Record<string, SQL<number | null>>>(columns: Columns) =>
  db
    .select({ ...shown, ...columns })
    .from(waitlistEntries)
    .innerJoin(users, eq(users.id, waitlistEntries.userId))
    .leftJoin(ticketTypes, eq(ticketTypes.id, waitlistEntries.ticketTypeId))
    .leftJoin(bookings, eq(bookings.id, waitlistEntries.bookingId));

const nowhere = sql<number | null>`null::int`;
const over = inArray(waitlistEntries.status, ["converted", "expired", "left"]);

function named(words: string) {
  if (!words) return undefined;
  return sql`${waitlistEntries.userId} in (
    select id from users where to_tsvector('quorix', name || ' ' || email) @@ ${wordPrefixes(words)})`;
}

/** One page of those who wait, who hold an offer, or whose waiting is over. */
export async function deskEntries(eventId: number, search: WaitlistSearch): Promise<EntryPage> {
  const place = placeOf(search, "waitlist");
  const isHistory = search.show === "history";
  const at = isHistory ? waitlistEntries.resolvedAt : waitlistEntries.joinedAt;
  const isAscending = isHistory === (place?.backwards ?? false);
  const beyond = place
    ? sql`(${at}, ${waitlistEntries.id}) ${sql.raw(isAscending ? ">" : "<")} (
        select edge.${sql.identifier(at.name)}, edge.id from ${waitlistEntries} as edge where edge.id = ${place.id})`
    : undefined;
  const order = isAscending ? asc : desc;
  const found = await entriesWith({ position: search.show === "waiting" ? position : nowhere })
    .where(
      and(
        eq(waitlistEntries.eventId, eventId),
        isHistory ? over : eq(waitlistEntries.status, search.show === "offered" ? "offered" : "waiting"),
        named(search.q),
        beyond,
      ),
    )
    .orderBy(order(at), order(waitlistEntries.id))
    .limit(PAGE_SIZE + 1);
  const { rows, previous, next } = pageOf(found, place, PAGE_SIZE, "waitlist");
  return { entries: rows.map(asDeskEntry), previous, next };
}

/** One entry of this event. */
export async function deskEntry(eventId: number, entryId: number): Promise<DeskEntry | null> {
  const [found] = await entriesWith({ position }).where(
    and(eq(waitlistEntries.id, entryId), eq(waitlistEntries.eventId, eventId)),
  );
  return found ? asDeskEntry({ ...found, position: found.status === "waiting" ? found.position : null }) : null;
}

function asDeskEntry({ id, ...row }: Omit<DeskEntry, "entry"> & { id: number }): DeskEntry {
  return { ...row, entry: sealId(id, "waitlist") };
}
