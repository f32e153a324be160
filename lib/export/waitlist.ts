import "server-only";
import { sql } from "drizzle-orm";
import { momentColumn, type Sheet } from "@/lib/sheets/sheet";
import { toWallClockText } from "@/lib/sheets/values";
import { exportColumns, exportTitles } from "@/texts/export";
import { streamRows } from "./cursor";

/** All waitlist entries, past ones included, in the order of joining. Waiting ones have a position. */
export function buildWaitlistSheet(event: { id: number; timeZone: string }): Sheet {
  return {
    title: exportTitles.waitlist,
    columns: [
      { label: exportColumns.position, kind: "count" },
      { label: exportColumns.status, kind: "text", width: 12 },
      { label: exportColumns.name, kind: "text" },
      { label: exportColumns.email, kind: "text", width: 30 },
      { label: exportColumns.tickets, kind: "count" },
      { label: exportColumns.acceptsFewer, kind: "text", width: 14 },
      { label: exportColumns.ticketType, kind: "text" },
      momentColumn(exportColumns.joined, event.timeZone),
      momentColumn(exportColumns.resolved, event.timeZone),
      { label: exportColumns.booking, kind: "text", width: 14 },
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
