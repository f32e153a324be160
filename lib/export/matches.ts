import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import { bookingFilter, bookingHasWords } from "@/lib/attendees/booking-filter";
import type { BookingSearch, TicketSearch } from "@/lib/attendees/search-schema";
import { searchWords } from "@/lib/attendees/search-words";
import { ticketFilter, ticketHasWords } from "@/lib/attendees/ticket-filter";

/** What the attendees page shows for a search of bookings, judged row by row. */
export function bookingMatches(eventId: number, search: BookingSearch, ticketTypeId: number | null): SQL {
  const words = searchWords(search.q);
  const filter = bookingFilter(eventId, { ...search, ticketTypeId });
  return sql`${and(filter, words ? bookingHasWords(words) : undefined)}`;
}

/** The same for a search of tickets. */
export function ticketMatches(eventId: number, search: TicketSearch, ticketTypeId: number | null): SQL {
  const words = searchWords(search.q);
  const filter = ticketFilter(eventId, { ...search, ticketTypeId });
  return sql`${and(filter, words ? ticketHasWords(words) : undefined)}`;
}
