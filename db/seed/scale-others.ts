import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/connect";

const BOOKINGS_EACH = 30;
const WAITING_EACH = 8;
/** Room for every booking, as each is for one seat of the first ticket type. */
const SMALLEST = 40;

/**
 * A few bookings and waitlist entries for every other generated event: a database in which one event owns nearly every
 * row is read from end to end with good reason, and tells nothing about indexes.
 */
export async function fillOtherEvents(tx: Transaction) {
  await tx.execute(sql`
    create temporary table scale_others on commit drop as
    select e.id, e.currency, row_number() over (order by e.id)::int as n, t.id as type_id, t.price
    from events e join ticket_types t on t.event_id = e.id and t.position = 0
    where e.status = 'published' and e.starts_at > now() and e.capacity >= ${SMALLEST} and e.available_tickets = e.capacity
      and t.quota is null`);
  await tx.execute(sql`
    create temporary table scale_seats on commit drop as
    select o.*, p.id as user_id, p.name, p.email, k, now() - make_interval(hours => (o.n * 31 + k * 47) % 1400) as at
    from scale_others o cross join generate_series(1, ${BOOKINGS_EACH + WAITING_EACH}) k
    join scale_people p on p.n = 1 + (o.n * 97 + k * 1009) % 60000`);
  await tx.execute(sql`
    with made as (
      insert into bookings (reference, event_id, user_id, status, number_of_tickets, total_price, currency, source,
        idempotency_key, booked_at, confirmed_at)
      select upper(substr(md5(id || '-' || k), 1, 4)) || 'C' || upper(lpad(to_hex(n * 64 + k), 5, '0')), id, user_id,
        'confirmed', 1, price, currency, 'checkout', 'scale:' || id, at, at
      from scale_seats where k <= ${BOOKINGS_EACH}
      returning id, event_id, user_id, confirmed_at
    ), items as (
      insert into booking_items (booking_id, ticket_type_id, quantity, unit_price)
      select made.id, o.type_id, 1, o.price from made join scale_others o on o.id = made.event_id
    )
    insert into tickets (booking_id, event_id, ticket_type_id, code, holder_name, holder_email, created_at,
      search, folding)
    select made.id, made.event_id, o.type_id, upper(substr(md5('other' || made.id), 1, 16)), u.name, u.email, made.confirmed_at,
      u.search, u.folding
    from made join scale_others o on o.id = made.event_id join users u on u.id = made.user_id`);
  await tx.execute(sql`
    insert into waitlist_entries (event_id, user_id, quantity, status, joined_at, resolved_at)
    select id, user_id, 2, 'left', at, at + interval '1 day' from scale_seats where k > ${BOOKINGS_EACH}`);
  await tx.execute(sql`
    update events e set available_tickets = capacity - ${BOOKINGS_EACH} from scale_others o where o.id = e.id`);
  await tx.execute(sql`
    update ticket_types t set sold = ${BOOKINGS_EACH} from scale_others o where o.type_id = t.id`);
}
