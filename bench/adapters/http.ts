import { reserveRequests } from "@/bench/action-request";
import { openHotEvents } from "@/bench/hot-event";
import { mintSessions } from "@/bench/session";
import { answer } from "./answer";
import { bookingAction } from "./booking-action";

/** Requests that reserve on this commit's own build, on an event in its own database for each round. */
const hot = await openHotEvents(process.env.DATABASE_URL ?? "", Number(process.env.PEOPLE));
const cookies = await mintSessions(hot.people, process.env.NEXTAUTH_SECRET ?? "");
const reserve = bookingAction(".", "reserve");

answer({
  open: async () => {
    const event = await hot.open();
    const page = `/events/${event.slug}`;
    return { eventId: event.eventId, page, requests: reserveRequests(reserve, event, cookies), booked: "/checkout/" };
  },
  bookingsOf: (eventId: number) => hot.bookingsOf(eventId),
});
