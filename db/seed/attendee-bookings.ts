import { addDays, subDays, subHours, subMinutes } from "date-fns";
import type { InsertedEvent } from "./insert-events";
import type { Person } from "./people";
import type { SeedBookings } from "./seed-bookings";

/**
 * The demo attendee's data under "my bookings": an upcoming booking, a past and a cancelled one, an active hold, one to be paid for
 * online, and a waitlist entry.
 */
export async function seedAttendeeBookings(office: SeedBookings, events: InsertedEvent[], attendee: Person, now: Date) {
  const find = (slug: string) => {
    const event = events.find((candidate) => candidate.slug === slug);
    if (!event) throw new Error(`no event ${slug}`);
    const items = (...quantities: number[]) =>
      quantities.flatMap((quantity, position) => {
        const ticketTypeCode = event.ticketTypes[position]?.code;
        return ticketTypeCode && quantity > 0 ? [{ ticketTypeCode, quantity }] : [];
      });
    return { event, items };
  };

  const past = find("letters-never-sent");
  await office.book(past.event, attendee, past.items(2), subDays(past.event.startsAt, 9));

  const upcoming = find("the-night-shift-orchestra-plays-for-insomniacs");
  await office.book(upcoming.event, attendee, upcoming.items(0, 2, 1), subDays(now, 6));

  const cancelled = find("jazz-under-the-water-tower");
  const reference = await office.book(cancelled.event, attendee, cancelled.items(2), subDays(now, 8));
  await office.cancel(attendee, reference, addDays(subDays(now, 8), 3));

  const waiting = find("walk-the-buried-rivers");
  await office.wait(waiting.event, attendee, { quantity: 2, acceptFewer: true }, subHours(now, 8));

  const held = find("a-day-in-indigo");
  await office.hold(held.event, attendee, held.items(2), subMinutes(now, 1));

  // To be paid for online.
  const unpaid = find("songs-of-the-pearl-divers");
  await office.hold(unpaid.event, attendee, unpaid.items(1, 1), subMinutes(now, 1));
}
