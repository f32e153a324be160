import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import { bookings, tickets, ticketTypes, users } from "@/db/schema";
import { bookingMatchesTerms, parseAttendeeTerms, toBookingCondition } from "@/lib/attendees/booking-filter";
import type { AttendeeSearch, BookingSearch, TicketSearch } from "@/lib/attendees/search-schema";
import { ticketMatchesTerms, toTicketCondition } from "@/lib/attendees/ticket-filter";
import { momentColumn, moneyColumn, type Sheet } from "@/lib/sheets/sheet";
import { toMinorUnits, toWallClockText } from "@/lib/sheets/values";
import { exportColumns, exportTitles } from "@/texts/export";
import { streamRows } from "./cursor";

type Event = { id: number; timeZone: string; currency: string };

/** One row per ticket that matches the page's search, in the order of booking. */
export function buildAttendeesSheet(event: Event, search: AttendeeSearch, ticketTypeId: number | null): Sheet {
  const matches: SQL =
    search.view === "tickets"
      ? toTicketSearchCondition(event.id, search, ticketTypeId)
      : toBookingSearchCondition(event.id, search, ticketTypeId);
  return {
    title: exportTitles.attendees,
    columns: [
      { label: exportColumns.ticket, kind: "text", width: 20 },
      { label: exportColumns.name, kind: "text" },
      { label: exportColumns.email, kind: "text", width: 30 },
      { label: exportColumns.ticketType, kind: "text" },
      moneyColumn(exportColumns.price, event.currency),
      { label: exportColumns.currency, kind: "text", width: 10 },
      { label: exportColumns.state, kind: "text", width: 10 },
      momentColumn(exportColumns.checkedIn, event.timeZone),
      { label: exportColumns.booking, kind: "text", width: 14 },
      { label: exportColumns.bookingStatus, kind: "text", width: 16 },
      { label: exportColumns.source, kind: "text", width: 12 },
      { label: exportColumns.bookedBy, kind: "text" },
      { label: exportColumns.bookedByEmail, kind: "text", width: 30 },
      momentColumn(exportColumns.booked, event.timeZone),
      momentColumn(exportColumns.confirmed, event.timeZone),
      momentColumn(exportColumns.cancelled, event.timeZone),
    ],
    batches: streamRows(sql`
      select ${tickets.code}, ${tickets.holderName}, ${tickets.holderEmail}, ${ticketTypes.name},
        (select i.unit_price from booking_items i
          where i.booking_id = ${bookings.id} and i.ticket_type_id = ${tickets.ticketTypeId}),
        ${bookings.currency}, ${tickets.status}, ${toWallClockText(tickets.checkedInAt, event.timeZone)}, ${bookings.reference},
        ${bookings.status}, ${bookings.source}, ${users.name}, ${users.email}, ${toWallClockText(bookings.bookedAt, event.timeZone)},
        ${toWallClockText(bookings.confirmedAt, event.timeZone)}, ${toWallClockText(bookings.cancelledAt, event.timeZone)}
      from ${bookings}
      join ${users} on ${users.id} = ${bookings.userId}
      join ${tickets} on ${tickets.bookingId} = ${bookings.id}
      join ${ticketTypes} on ${ticketTypes.id} = ${tickets.ticketTypeId}
      where ${bookings.eventId} = ${event.id} and ${matches}
      order by ${bookings.bookedAt}, ${bookings.id}, ${tickets.id}`),
  };
}

/** One row per booking, in the order of booking. */
export function buildBookingsSheet(event: Event, search: AttendeeSearch, ticketTypeId: number | null): Sheet {
  const matches =
    search.view === "bookings"
      ? toBookingSearchCondition(event.id, search, ticketTypeId)
      : sql`${bookings.status} <> 'expired'`;
  return {
    title: exportTitles.bookings,
    columns: [
      { label: exportColumns.booking, kind: "text", width: 14 },
      { label: exportColumns.status, kind: "text", width: 12 },
      { label: exportColumns.source, kind: "text", width: 12 },
      { label: exportColumns.name, kind: "text" },
      { label: exportColumns.email, kind: "text", width: 30 },
      { label: exportColumns.tickets, kind: "count" },
      { label: exportColumns.ticketTypes, kind: "text", width: 36 },
      moneyColumn(exportColumns.total, event.currency),
      { label: exportColumns.currency, kind: "text", width: 10 },
      moneyColumn(exportColumns.paid, event.currency),
      moneyColumn(exportColumns.refunded, event.currency),
      { label: exportColumns.checkedIn, kind: "count", width: 12 },
      momentColumn(exportColumns.booked, event.timeZone),
      momentColumn(exportColumns.confirmed, event.timeZone),
      momentColumn(exportColumns.cancelled, event.timeZone),
    ],
    batches: streamRows(sql`
      select ${bookings.reference}, ${bookings.status}, ${bookings.source}, ${users.name}, ${users.email},
        ${bookings.numberOfTickets},
        (select string_agg(i.quantity || ' × ' || t.name, ', ' order by t.position, t.id)
          from booking_items i join ticket_types t on t.id = i.ticket_type_id where i.booking_id = ${bookings.id}),
        ${toMinorUnits(bookings.totalPrice)}, ${bookings.currency}, paid.taken, paid.refunded,
        (select count(t.checked_in_at)::int from tickets t where t.booking_id = ${bookings.id} and t.status = 'valid'),
        ${toWallClockText(bookings.bookedAt, event.timeZone)}, ${toWallClockText(bookings.confirmedAt, event.timeZone)},
        ${toWallClockText(bookings.cancelledAt, event.timeZone)}
      from ${bookings}
      join ${users} on ${users.id} = ${bookings.userId}
      cross join lateral (
        select coalesce(sum(captured_amount), 0)::float8 as taken, coalesce(sum(refunded_amount), 0)::float8 as refunded
        from payments where event_id = ${event.id} and booking_id = ${bookings.id}) paid
      where ${bookings.eventId} = ${event.id} and ${matches}
      order by ${bookings.bookedAt}, ${bookings.id}`),
  };
}

/** The filter of the attendees page for bookings, as a condition on each row. */
function toBookingSearchCondition(eventId: number, search: BookingSearch, ticketTypeId: number | null): SQL {
  const terms = parseAttendeeTerms(search.q);
  const filter = toBookingCondition(eventId, { ...search, ticketTypeId });
  return sql`${and(filter, terms ? bookingMatchesTerms(terms) : undefined)}`;
}

/** The same for tickets. */
function toTicketSearchCondition(eventId: number, search: TicketSearch, ticketTypeId: number | null): SQL {
  const terms = parseAttendeeTerms(search.q);
  const filter = toTicketCondition(eventId, { ...search, ticketTypeId });
  return sql`${and(filter, terms ? ticketMatchesTerms(terms) : undefined)}`;
}
