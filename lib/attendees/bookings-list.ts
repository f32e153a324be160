import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookings, users } from "@/db/schema";
import { type Page, toPage } from "@/lib/paging/keyset";
import { bookingMatchesTerms, parseAttendeeTerms, toBookingCondition } from "./booking-filter";
import { type Anchor, afterAnchor, orderBy, type SortKey } from "./keyset";
import { bookingSubquery, matchBookingIds } from "./match-bookings";
import type { BookingSearch } from "./search-schema";

export const PAGE_SIZE = 50;

export type BookingRow = {
  reference: string;
  name: string;
  email: string;
  status: "pending" | "confirmed" | "cancelled" | "expired";
  source: "checkout" | "waitlist" | "organizer";
  numberOfTickets: number;
  totalPrice: number;
  currency: string;
  bookedAt: Date;
  expiresAt: Date | null;
  /** "2 × Standing, 1 × Balcony". */
  types: string;
  checkedIn: number;
  /** Minor units, of all payments. */
  taken: number;
  refunded: number;
};

/** `count`: null above `MAX_MATCHES`. */
export type BookingsPage = Page<BookingRow> & { count: number | null };

const id: SortKey = { column: sql`${bookings.id}`, type: "bigint" };
const bookedAt: SortKey = { column: sql`${bookings.bookedAt}`, type: "timestamptz" };
const numberOfTickets: SortKey = { column: sql`${bookings.numberOfTickets}`, type: "int" };
const userId: SortKey = { column: sql`${users.id}`, type: "bigint" };
const userName: SortKey = { column: sql`${users.name} collate "und-x-icu"`, type: "text" };

/** `from`: the table whose index has this order; the first `leading` keys are its columns. */
function sortFor(sortBy: NonNullable<BookingSearch["sort"]>) {
  switch (sortBy) {
    case "name":
    case "-name":
      return { keys: [userName, userId, id], leading: 2, from: "users" } as const;
    case "tickets":
    case "-tickets":
      return { keys: [numberOfTickets, id], leading: 2, from: "bookings" } as const;
    default:
      return { keys: [bookedAt, id], leading: 2, from: "bookings" } as const;
  }
}

/** One page of an event's bookings. `ticketTypeId`: the id of `search.type`. */
export async function getBookingsPage(
  eventId: number,
  search: BookingSearch,
  ticketTypeId: number | null,
  size = PAGE_SIZE,
): Promise<BookingsPage> {
  const sortBy = search.sort ?? "-booked";
  const sort = sortFor(sortBy);
  const backwards = !search.after && Boolean(search.before);
  const ascending = sortBy.startsWith("-") === backwards;
  const filter = { ...search, ticketTypeId };
  const terms = parseAttendeeTerms(search.q);
  const [matchedIds, anchor] = await Promise.all([
    matchBookingIds(eventId, filter, terms),
    findAnchor(eventId, search.after ?? search.before, sort.keys),
  ]);

  const beyond = anchor ? afterAnchor(sort.keys, anchor, ascending, sort.leading) : undefined;
  const matching = and(toBookingCondition(eventId, filter), terms ? bookingMatchesTerms(terms) : undefined, beyond);
  const [from, where] = matchedIds
    ? [fromMatchedIds(matchedIds), beyond]
    : [fromTableInOrder(sort.from, eventId), matching];
  const found = await readRows(eventId, from, where, orderBy(sort.keys, ascending), size + 1);
  const page = toPage(found, { size, backwards, isFirst: anchor === null, cursorOf: ({ reference }) => reference });
  return { ...page, count: matchedIds?.length ?? null };
}

function fromMatchedIds(ids: number[]): SQL {
  const ofId = bookingSubquery(sql`its.id = found.id`);
  return sql`unnest(${`{${ids.join(",")}}`}::bigint[]) as found (id) cross join lateral ${ofId}
    inner join ${users} on ${eq(users.id, bookings.userId)}`;
}

function fromTableInOrder(table: "bookings" | "users", eventId: number): SQL {
  return table === "bookings"
    ? sql`${bookings} cross join lateral (select * from users as theirs where theirs.id = ${bookings.userId} offset 0) as users`
    : sql`${users} cross join lateral ${bookingSubquery(sql`its.user_id = ${users.id} and its.event_id = ${eventId}`)}`;
}

type RawBookingRow = Omit<BookingRow, "bookedAt" | "expiresAt"> & { bookedAt: string; expiresAt: string | null };

// Items and check-ins are read after the LIMIT, for the rows of the page only.
async function readRows(eventId: number, from: SQL, where: SQL | undefined, order: SQL[], limit: number) {
  const rows = await db.execute<RawBookingRow>(sql`
    select page.*,
      coalesce((select string_agg(i.quantity || ' × ' || t.name, ', ' order by t.position, t.id)
        from booking_items i join ticket_types t on t.id = i.ticket_type_id where i.booking_id = page.id), '') as "types",
      (select count(*)::int from tickets t
        where t.booking_id = page.id and t.status = 'valid' and t.checked_in_at is not null) as "checkedIn",
      paid.taken, paid.refunded
    from (
      select ${bookings.id}, ${bookings.reference}, ${users.name}, ${users.email}, ${bookings.status}, ${bookings.source},
        ${bookings.numberOfTickets} as "numberOfTickets", ${bookings.totalPrice}::float8 as "totalPrice",
        ${bookings.currency}, ${bookings.bookedAt} as "bookedAt", ${bookings.expiresAt} as "expiresAt",
        row_number() over (order by ${sql.join(order, sql`, `)}) as "at"
      from ${from} where ${where ?? sql`true`} order by ${sql.join(order, sql`, `)} limit ${limit}
    ) as page
    cross join lateral (
      select coalesce(sum(captured_amount), 0)::float8 as taken, coalesce(sum(refunded_amount), 0)::float8 as refunded
      from payments where event_id = ${eventId} and booking_id = page.id) paid
    order by page.at`);
  return [...rows].map(({ bookedAt, expiresAt, ...row }) => ({
    ...row,
    bookedAt: new Date(bookedAt),
    expiresAt: expiresAt ? new Date(expiresAt) : null,
  }));
}

/** The sort key values of the cursor's booking; null where it is not this event's. */
async function findAnchor(
  eventId: number,
  reference: string | undefined,
  keys: readonly SortKey[],
): Promise<Anchor | null> {
  if (!reference) return null;
  const values = keys.map(({ column }) => sql`(${column})::text`);
  const [found] = await db.execute<{ values: Anchor }>(sql`
    select json_build_array(${sql.join(values, sql`, `)}) as "values"
    from ${bookings} inner join ${users} on ${eq(users.id, bookings.userId)}
    where ${eq(bookings.reference, reference)} and ${eq(bookings.eventId, eventId)}`);
  return found?.values ?? null;
}
