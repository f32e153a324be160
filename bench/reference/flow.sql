\set at :at + 1
\set user_id :first_user + :client_id * :share + :at
\startpipeline
begin;
set local lock_timeout = 2000;
select organizer_id, status, starts_at, sales_start_at, sales_end_at, currency, available_tickets,
       max_tickets_per_booking, hold_minutes
from events where id = :event_id for no key update;
\endpipeline
\startpipeline
select idempotency_key from bookings
where user_id = :user_id and (idempotency_key = 'none' or (event_id = :event_id and status in ('pending', 'confirmed')));
select id, code, price, quota, sold from ticket_types where event_id = :event_id order by position, id;
\endpipeline
with booking as (
  insert into bookings (reference, event_id, user_id, status, number_of_tickets, total_price, currency, source,
    idempotency_key, booked_at, expires_at)
  values (substr(md5(random()::text), 1, 12), :event_id, :user_id, 'pending', 1, 2500, 'EUR', 'checkout',
    gen_random_uuid()::text, now(), now() + interval '10 minutes')
  returning id), items as (
  insert into booking_items (booking_id, ticket_type_id, quantity, unit_price)
  select id, :ticket_type_id, 1, 2500 from booking)
select id as booking_id from booking \gset
\startpipeline
update events set available_tickets = available_tickets - 1 where id = :event_id;
update ticket_types set sold = sold + 1 where id = :ticket_type_id;
insert into audit_log (action, organizer_id, event_id, booking_id, actor_id, at)
values ('booking.held', :organizer_id, :event_id, :booking_id, :user_id, now());
insert into outbox (id, name, data)
values (gen_random_uuid(), 'booking/held', jsonb_build_object('bookingId', :booking_id ::bigint));
\endpipeline
commit;
