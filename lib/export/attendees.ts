import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import { bookings, tickets, ticketTypes, users } from "@/db/schema";
import { bookingFilter, bookingHasWords } from "@/lib/attendees/booking-filter";
import type { AttendeeSearch, BookingSearch, TicketSearch } from "@/lib/attendees/search-schema";
import { searchWords } from "@/lib/attendees/search-words";
import { ticketFilter, ticketHasWords } from "@/lib/attendees/ticket-filter";
import { moment, money, type Sheet } from "@/lib/sheets/sheet";
import { minor, wall } from "@/lib/sheets/values";
import { cursorRows } from "./cursor";

type Event = { id: number; timeZone: string; currency: string };

/** One row per ticket, in the order of booking, with what the page's search leaves. */
export function attendeesSheet(event: Event, search: AttendeeSearch, ticketTypeId: number | null): Sheet {
  const matches: SQL =
    search.view === "tickets"
      ? ticketMatches(event.id, search, ticketTypeId)
      : bookingMatches(event.id, search, ticketTypeId);
  return {
    title: "Attendees",
    columns: [
      { label: "Ticket", kind: "text", width: 20 },
      { label: "Name", kind: "text" },
      { label: "Mail", kind: "text", width: 30 },
      { label: "Ticket type", kind: "text" },
      money("Price", event.currency),
      { label: "Currency", kind: "text", width: 10 },
      { label: "State", kind: "text", width: 10 },
      moment("Checked in", event.timeZone),
      { label: "Booking", kind: "text", width: 14 },
      { label: "Booking status", kind: "text", width: 16 },
      { label: "Source", kind: "text", width: 12 },
      { label: "Booked by", kind: "text" },
      { label: "Booked by, mail", kind: "text", width: 30 },
      moment("Booked", event.timeZone),
      moment("Confirmed", event.timeZone),
      moment("Cancelled", event.timeZone),
    ],
    batches: cursorRows(sql`
      select ${tickets.code}, ${tickets.holderName}, ${tickets.holderEmail}, ${ticketTypes.name},
        (select i.unit_price from booking_items i
          where i.booking_id = ${bookings.id} and i.ticket_type_id = ${tickets.ticketTypeId}),
        ${bookings.currency}, ${tickets.status}, ${wall(tickets.checkedInAt, event.timeZone)}, ${bookings.reference},
        ${bookings.status}, ${bookings.source}, ${users.name}, ${users.email}, ${wall(bookings.bookedAt, event.timeZone)},
        ${wall(bookings.confirmedAt, event.timeZone)}, ${wall(bookings.cancelledAt, event.timeZone)}
      from ${bookings}
      join ${users} on ${users.id} = ${bookings.userId}
      join ${tickets} on ${tickets.bookingId} = ${bookings.id}
      join ${ticketTypes} on ${ticketTypes.id} = ${tickets.ticketTypeId}
      where ${bookings.eventId} = ${event.id} and ${matches}
      order by ${bookings.bookedAt}, ${bookings.id}, ${tickets.id}`),
  };
}

/** One row per booking, in the order of booking. */
export function bookingsSheet(event: Event, search: AttendeeSearch, ticketTypeId: number | null): Sheet {
  const matches =
    search.view === "bookings" ? bookingMatches(event.id, search, ticketTypeId) : sql`${bookings.status} <> 'expired'`;
  return {
    title: "Bookings",
    columns: [
      { label: "Booking", kind: "text", width: 14 },
      { label: "Status", kind: "text", width: 12 },
      { label: "Source", kind: "text", width: 12 },
      { label: "Name", kind: "text" },
      { label: "Mail", kind: "text", width: 30 },
      { label: "Tickets", kind: "count" },
      { label: "Ticket types", kind: "text", width: 36 },
      money("Total", event.currency),
      { label: "Currency", kind: "text", width: 10 },
      { label: "Checked in", kind: "count", width: 12 },
      moment("Booked", event.timeZone),
      moment("Confirmed", event.timeZone),
      moment("Cancelled", event.timeZone),
    ],
    batches: cursorRows(sql`
      select ${bookings.reference}, ${bookings.status}, ${bookings.source}, ${users.name}, ${users.email},
        ${bookings.numberOfTickets},
        (select string_agg(i.quantity || ' × ' || t.name, ', ' order by t.position, t.id)
          from booking_items i join ticket_types t on t.id = i.ticket_type_id where i.booking_id = ${bookings.id}),
        ${minor(bookings.totalPrice)}, ${bookings.currency},
        (select count(t.checked_in_at)::int from tickets t where t.booking_id = ${bookings.id} and t.status = 'valid'),
        ${wall(bookings.bookedAt, event.timeZone)}, ${wall(bookings.confirmedAt, event.timeZone)},
        ${wall(bookings.cancelledAt, event.timeZone)}
      from ${bookings}
      join ${users} on ${users.id} = ${bookings.userId}
      where ${bookings.eventId} = ${event.id} and ${matches}
      order by ${bookings.bookedAt}, ${bookings.id}`),
  };
}

/** What the attendees page shows for a search of bookings, judged row by row. */
function bookingMatches(eventId: number, search: BookingSearch, ticketTypeId: number | null): SQL {
  const words = searchWords(search.q);
  const filter = bookingFilter(eventId, { ...search, ticketTypeId });
  return sql`${and(filter, words ? bookingHasWords(words) : undefined)}`;
}

/** The same for a search of tickets. */
function ticketMatches(eventId: number, search: TicketSearch, ticketTypeId: number | null): SQL {
  const words = searchWords(search.q);
  const filter = ticketFilter(eventId, { ...search, ticketTypeId });
  return sql`${and(filter, words ? ticketHasWords(words) : undefined)}`;
}
