import type { Sql } from "postgres";

/**
 * Copies the data to undo a booking's last change of ticket type from the audit log, where versions before the table
 * `ticket_moves` kept it. Skips tickets that are in the table, so it can be run again.
 */
export async function backfillTicketMoves(sql: Sql): Promise<void> {
  await sql`
    insert into ticket_moves (ticket_id, from_type_id, unit_price)
    select t.id, type.id, (move->>2)::integer
    from (
      select distinct on (booking_id) action, detail from audit_log
      where action in ('booking.moved', 'booking.move-undone') and booking_id is not null
      order by booking_id, at desc, id desc
    ) last
    cross join lateral jsonb_array_elements(last.detail->'before') move
    join tickets t on t.id = (move->>0)::bigint
    join ticket_types type on type.id = (move->>1)::bigint
    where last.action = 'booking.moved'
    on conflict do nothing`;
}
