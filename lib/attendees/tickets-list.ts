import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { bookings, tickets, ticketTypes } from "@/db/schema";
import { type Page, toPage } from "@/lib/paging/keyset";
import { parseAttendeeTerms } from "./booking-filter";
import { PAGE_SIZE } from "./bookings-list";
import { type Anchor, afterAnchor, orderBy, type SortKey } from "./keyset";
import { joinBooking, joinTickets, matchTicketIds } from "./match-tickets";
import type { TicketSearch } from "./search-schema";
import { ticketMatchesTerms, toTicketCondition } from "./ticket-filter";

export type TicketRow = {
  code: string;
  holderName: string;
  holderEmail: string | null;
  status: "valid" | "void";
  checkedInAt: Date | null;
  typeName: string;
  reference: string;
  bookedAt: Date;
};

/** `count`: null above `MAX_MATCHES`. */
export type TicketsPage = Page<TicketRow> & { count: number | null };

const id: SortKey = { column: sql`${tickets.id}`, type: "bigint" };
const holderName: SortKey = { column: sql`${tickets.holderName} collate "und-x-icu"`, type: "text" };
const bookedAt: SortKey = { column: sql`${bookings.bookedAt}`, type: "timestamptz" };
const bookingId: SortKey = { column: sql`${bookings.id}`, type: "bigint" };

const byName = { keys: [holderName, id], leading: 2, from: sql`${tickets} ${joinBooking}` };
const byTime = { keys: [bookedAt, bookingId, id], leading: 2, from: sql`${bookings} ${joinTickets}` };

/** One page of an event's tickets. `ticketTypeId`: the id of `search.type`. */
export async function getTicketsPage(
  eventId: number,
  search: TicketSearch,
  ticketTypeId: number | null,
  size = PAGE_SIZE,
): Promise<TicketsPage> {
  const sortBy = search.sort ?? "name";
  const sort = sortBy.endsWith("name") ? byName : byTime;
  const backwards = !search.after && Boolean(search.before);
  const ascending = sortBy.startsWith("-") === backwards;
  const filter = { ...search, ticketTypeId };
  const terms = parseAttendeeTerms(search.q);
  const [matchedIds, anchor] = await Promise.all([
    matchTicketIds(eventId, filter, terms),
    findAnchor(eventId, search.after ?? search.before, sort.keys),
  ]);

  const beyond = anchor ? afterAnchor(sort.keys, anchor, ascending, sort.leading) : undefined;
  const inEvent = and(eq(bookings.eventId, eventId), toTicketCondition(eventId, filter));
  const matching = and(inEvent, terms ? ticketMatchesTerms(terms) : undefined, beyond);
  const [from, where] = matchedIds ? [fromMatchedIds(matchedIds), beyond] : [sort.from, matching];
  const found = await readRows(from, where, orderBy(sort.keys, ascending), size + 1);
  const page = toPage(found, { size, backwards, isFirst: anchor === null, cursorOf: ({ anchor }) => anchor });
  return { ...page, count: matchedIds?.length ?? null };
}

function fromMatchedIds(ids: number[]): SQL {
  return sql`unnest(${`{${ids.join(",")}}`}::bigint[]) as found (id)
    cross join lateral (select * from tickets as its where its.id = found.id offset 0) as tickets ${joinBooking}`;
}

type RawTicketRow = Omit<TicketRow, "bookedAt" | "checkedInAt"> & {
  bookedAt: string;
  checkedInAt: string | null;
  anchor: string;
};

async function readRows(from: SQL, where: SQL | undefined, order: SQL[], limit: number) {
  const rows = await db.execute<RawTicketRow>(sql`
    select page.code, page."holderName", page."holderEmail", page.status, page."checkedInAt", page.reference,
      page."bookedAt", type.name as "typeName",
      page.reference || '.' || (
        select count(*) from tickets t where t.booking_id = page."bookingId" and t.id <= page.id) as "anchor"
    from (
      select ${tickets.id}, ${tickets.code}, ${tickets.holderName} as "holderName", ${tickets.holderEmail} as "holderEmail",
        ${tickets.status}, ${tickets.checkedInAt} as "checkedInAt", ${tickets.ticketTypeId} as "typeId",
        ${bookings.reference}, ${bookings.bookedAt} as "bookedAt", ${bookings.id} as "bookingId",
        row_number() over (order by ${sql.join(order, sql`, `)}) as "at"
      from ${from} where ${where ?? sql`true`} order by ${sql.join(order, sql`, `)} limit ${limit}
    ) as page join ${ticketTypes} as type on type.id = page."typeId" order by page.at`);
  return [...rows].map(({ bookedAt, checkedInAt, ...row }) => ({
    ...row,
    bookedAt: new Date(bookedAt),
    checkedInAt: checkedInAt ? new Date(checkedInAt) : null,
  }));
}

/** The sort key values of the cursor's ticket. The cursor names it by reference and number, such as `ABCD.2`. */
async function findAnchor(eventId: number, name: string | undefined, keys: SortKey[]): Promise<Anchor | null> {
  const [, reference, number] = /^([0-9A-Za-z]{4,32})\.([1-9]\d{0,3})$/.exec(name ?? "") ?? [];
  if (!reference) return null;
  const values = keys.map(({ column }) => sql`(${column})::text`);
  const [found] = await db.execute<{ values: Anchor }>(sql`
    select json_build_array(${sql.join(values, sql`, `)}) as "values"
    from ${bookings} inner join ${tickets} on ${eq(tickets.bookingId, bookings.id)}
    where ${eq(bookings.reference, reference)} and ${eq(bookings.eventId, eventId)}
    order by ${tickets.id} offset ${Number(number) - 1} limit 1`);
  return found?.values ?? null;
}
