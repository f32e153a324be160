import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { events } from "@/db/schema";
import { FOLDING_VERSION } from "@/lib/search/fold";
import { eventSearchColumns, holderSearchColumns } from "@/lib/search/vector";
import { wallClocksOf } from "@/lib/time/stored-wall-clocks";
import { firstNames } from "./people";

export type BigEvent = {
  slug: string;
  name: string;
  /** Negative: it was. */
  startsInDays: number;
  soldOverDays: number;
  bookings: number;
  waiting: number;
  /** Over: nothing is on hold, and most people are checked in. */
  isOver: boolean;
};

const WAITLIST_RUNS = 12;
const DECISIONS_PER_RUN = 100;

/** One event with everything in it, from `scale_people`. Sold out to the last seat. */
export async function insertBigEvent(tx: Transaction, big: BigEvent, organizerId: number) {
  const [event] = await tx.execute<{ id: number }>(sql`
    insert into events (organizer_id, slug, name, summary, description, category, starts_at, ends_at, time_zone, venue,
      address, city, country, currency, status, capacity, available_tickets, created_at, updated_at, published_at)
    select ${organizerId}, ${big.slug}, ${big.name}, 'Three days, five stages, one river.',
      'Three days of music on **five stages** along the river.', 'music', start, start + interval '2 days 6 hours',
      'Europe/Lisbon', 'Riverside Park', 'Passeio das Tágides', 'Lisbon', 'PT', 'EUR', 'published', 0, 0,
      made, made, made
    from (select date_trunc('day', now()) + make_interval(days => ${big.startsInDays}, hours => 16) as start) s,
      lateral (select least(now(), start) - make_interval(days => ${big.soldOverDays + 10}) as made) m
    returning id::int`);
  if (!event) throw new Error("the event was not inserted");
  const { id } = event;
  const [inserted] = await tx.select().from(events).where(eq(events.id, id));
  if (inserted) {
    const written = { ...wallClocksOf(inserted), ...eventSearchColumns(inserted) };
    await tx.update(events).set(written).where(eq(events.id, id));
  }
  await tx.execute(sql`
    insert into ticket_types (event_id, code, name, description, price, quota, position)
    select ${id}, 'S' || lpad(${id}::text, 7, '0') || position, name, description, price, quota, position
    from (values ('Early bird', 'Until they are gone.', 6900, 18000, 0), ('Weekend', 'All three days.', 9900, null::int, 1),
      ('Riverside', 'With the raised deck.', 17900, 13000, 2), ('Crew and family', '', 0, 4000, 3))
      as t (name, description, price, quota, position)`);

  await insertBookings(tx, id, big);
  await insertTickets(tx, id, big);
  await insertHistory(tx, id);
  if (big.waiting > 0) await insertWaitlist(tx, id, big);
  await tx.execute(sql`
    update ticket_types t set sold = s.sold from (
      select i.ticket_type_id, sum(i.quantity) as sold from booking_items i join bookings b on b.id = i.booking_id
      where b.event_id = ${id} and b.status in ('pending', 'confirmed') group by 1) s
    where t.id = s.ticket_type_id`);
  await tx.execute(sql`
    update events e set capacity = s.seats from (
      select sum(number_of_tickets) as seats from bookings
      where event_id = ${id} and status in ('pending', 'confirmed')) s
    where e.id = ${id}`);
}

/** Of a hundred: 88 confirmed, 8 cancelled, 3 expired, 1 on hold (or cancelled where it is over). */
async function insertBookings(tx: Transaction, eventId: number, big: BigEvent) {
  await tx.execute(sql`
    create temporary table scale_bookings on commit drop as
    select p.n, p.id as user_id, p.name, p.email, p.search, 1 + (p.n * 7919 % 10) / 4 as quantity,
      case when p.n * 31 % 100 < 20 then 0 when p.n * 31 % 100 < 84 then 1 when p.n * 31 % 100 < 97 then 2 else 3 end as type,
      (case when p.n * 17 % 100 < 88 then 'confirmed' when p.n * 17 % 100 < 96 then 'cancelled'
        when p.n * 17 % 100 < 99 then 'expired' else ${big.isOver ? "cancelled" : "pending"} end)::booking_status as status,
      (case when p.n % 50 = 0 then 'organizer' when p.n % 9 = 0 then 'waitlist' else 'checkout' end)::booking_source as source,
      -- Sales are steep at first and flatten out.
      least(now(), e.starts_at - interval '1 day')
        - make_interval(secs => ${big.soldOverDays} * 86400 * power((p.n * 7907 % 10007) / 10007.0, 2)) as booked_at
    from scale_people p, events e where e.id = ${eventId} and p.n <= ${big.bookings}`);
  await tx.execute(sql`
    insert into bookings (reference, event_id, user_id, status, number_of_tickets, total_price, currency, source,
      idempotency_key, booked_at, expires_at, confirmed_at, cancelled_at)
    select upper(substr(md5(${eventId} || '-' || s.n), 1, 4)) || ${big.isOver ? "B" : "A"} || upper(lpad(to_hex(s.n), 5, '0')),
      ${eventId}, s.user_id, s.status, s.quantity, s.quantity * t.price, 'EUR',
      s.source, 'scale:' || ${eventId}::text, s.booked_at,
      case s.status when 'pending' then now() + make_interval(mins => 60 + s.n % 600)
        when 'expired' then s.booked_at + interval '10 minutes' end,
      case when s.status in ('confirmed', 'cancelled') then s.booked_at + make_interval(secs => 30 + s.n % 400) end,
      case s.status when 'cancelled' then s.booked_at + (now() - s.booked_at) * (0.1 + (s.n % 80) / 100.0) end
    from scale_bookings s join ticket_types t on t.event_id = ${eventId} and t.position = s.type
    order by s.booked_at`);
  await tx.execute(sql`
    insert into booking_items (booking_id, ticket_type_id, quantity, unit_price)
    select b.id, t.id, b.number_of_tickets, t.price
    from bookings b join scale_bookings s on s.user_id = b.user_id
    join ticket_types t on t.event_id = ${eventId} and t.position = s.type where b.event_id = ${eventId}`);
}

async function insertTickets(tx: Transaction, eventId: number, big: BigEvent) {
  const [door] = await tx.execute<{ id: number }>(sql`
    select m.user_id::int as id from organizer_members m join events e on e.organizer_id = m.organizer_id
    where e.id = ${eventId} order by m.role = 'door_staff' desc limit 1`);
  const guests = firstNames.flatMap((first) =>
    [2, 3].map((seat) => {
      const holder = { holderName: `${first}’s guest ${seat}`, holderEmail: null };
      return { first, seat, name: holder.holderName, search: holderSearchColumns(holder).search };
    }),
  );
  await tx.execute(sql`
    insert into tickets (booking_id, event_id, ticket_type_id, code, holder_name, holder_email, search, folding, status,
      checked_in_at, checked_in_by, created_at)
    select b.id, ${eventId}, i.ticket_type_id, upper(substr(md5('ticket' || b.id || '-' || k), 1, 16)),
      case when k = 1 then s.name else g.name end, case when k = 1 then s.email end,
      case when k = 1 then s.search else g.search end, ${FOLDING_VERSION}::smallint,
      (case b.status when 'confirmed' then 'valid' else 'void' end)::ticket_status,
      case when ${big.isOver} and b.status = 'confirmed' and b.id % 10 <> 0
        then e.starts_at + make_interval(mins => (b.id * 13 % 400)::int) end,
      case when ${big.isOver} and b.status = 'confirmed' and b.id % 10 <> 0 then ${door?.id ?? null}::bigint end,
      b.confirmed_at
    from bookings b join scale_bookings s on s.user_id = b.user_id join booking_items i on i.booking_id = b.id
    join events e on e.id = b.event_id cross join lateral generate_series(1, b.number_of_tickets) k
    left join json_to_recordset(${JSON.stringify(guests)}::json) as g (first text, seat int, name text, search tsvector)
      on g.first = split_part(s.name, ' ', 1) and g.seat = k
    where b.event_id = ${eventId} and b.confirmed_at is not null`);
}

/** What the timelines show, and the emails that were sent. */
async function insertHistory(tx: Transaction, eventId: number) {
  await tx.execute(sql`
    insert into audit_log (actor_id, action, organizer_id, event_id, booking_id, at)
    select case when h.action = 'booking.expired' then null else b.user_id end, h.action, e.organizer_id, b.event_id, b.id, h.at
    from bookings b join events e on e.id = b.event_id cross join lateral (values
      ('booking.held', b.booked_at), ('booking.confirmed', b.confirmed_at), ('booking.cancelled', b.cancelled_at),
      ('booking.expired', case b.status when 'expired' then b.expires_at end)) as h (action, at)
    where b.event_id = ${eventId} and h.at is not null`);
  await tx.execute(sql`
    insert into email_deliveries (key, "to", subject, status, message_id, booking_id, event_id, claimed_at, sent_at, created_at)
    select 'booking-confirmed:' || b.id, u.email, 'Your tickets for ' || e.name, 'sent',
      '<' || md5(b.id::text) || '@localhost>', b.id, e.id, b.confirmed_at, b.confirmed_at + interval '2 seconds', b.confirmed_at
    from bookings b join users u on u.id = b.user_id join events e on e.id = b.event_id
    where b.event_id = ${eventId} and b.confirmed_at is not null`);
  await tx.execute(sql`drop table scale_bookings`);
}

async function insertWaitlist(tx: Transaction, eventId: number, big: BigEvent) {
  await tx.execute(sql`
    insert into waitlist_entries (event_id, user_id, ticket_type_id, quantity, accept_fewer, status, joined_at)
    select ${eventId}, p.id, case when p.n % 3 = 0 then t.id end, 1 + p.n * 11 % 4, p.n % 4 = 0, 'waiting',
      now() - make_interval(mins => (${big.bookings + big.waiting} - p.n) * 2)
    from scale_people p join ticket_types t on t.event_id = ${eventId} and t.position = p.n % 3
    where p.n > ${big.bookings} and p.n <= ${big.bookings + big.waiting}`);
  for (let run = 0; run < WAITLIST_RUNS; run += 1) {
    await tx.execute(sql`
      insert into waitlist_decisions (event_id, entry_id, run_id, outcome, seats, reason, decided_at)
      select ${eventId}, id, ${crypto.randomUUID()}, 'skipped', 0,
        'They asked for ' || quantity || ' together; 1 of any ticket type was available. They keep their position.',
        now() - make_interval(hours => ${run * 6})
      from waitlist_entries where event_id = ${eventId} and quantity > 1 order by joined_at, id limit ${DECISIONS_PER_RUN}`);
  }
}
