import "server-only";
import { sql } from "drizzle-orm";
import { momentColumn, type Sheet } from "@/lib/sheets/sheet";
import { toWallClockText } from "@/lib/sheets/values";
import { streamRows } from "./cursor";

/** Everybody who was ever in line, in the order of joining; who still waits has a place. */
export function buildWaitlistSheet(event: { id: number; timeZone: string }): Sheet {
  return {
    title: "Waitlist",
    columns: [
      { label: "Place", kind: "count" },
      { label: "Status", kind: "text", width: 12 },
      { label: "Name", kind: "text" },
      { label: "Mail", kind: "text", width: 30 },
      { label: "Tickets", kind: "count" },
      { label: "Takes fewer", kind: "text", width: 14 },
      { label: "Ticket type", kind: "text" },
      momentColumn("Joined", event.timeZone),
      momentColumn("Settled", event.timeZone),
      { label: "Booking", kind: "text", width: 14 },
    ],
    batches: streamRows(sql`
      select case when w.status = 'waiting'
          then (row_number() over (partition by w.status order by w.joined_at, w.id))::int end,
        w.status, u.name, u.email, w.quantity, case when w.accept_fewer then 'yes' else 'no' end, t.name,
        ${toWallClockText(sql`w.joined_at`, event.timeZone)}, ${toWallClockText(sql`w.resolved_at`, event.timeZone)}, b.reference
      from waitlist_entries w
      join users u on u.id = w.user_id
      left join ticket_types t on t.id = w.ticket_type_id
      left join bookings b on b.id = w.booking_id
      where w.event_id = ${event.id}
      order by w.joined_at, w.id`),
  };
}
