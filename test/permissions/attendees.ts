import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { tickets } from "@/db/schema";
import {
  addGuest,
  cancelAttendee,
  correctTicketHolder,
  moveTickets,
  resendMails,
  undoTicketMove,
} from "@/lib/attendees/actions";
import { moveTicketType } from "@/lib/booking/move-ticket-type";
import { sealId } from "@/lib/names/sealed-id";
import { offerToEntry, runWaitlist } from "@/lib/waitlist/desk-actions";
import type { Entry, Matrix } from "./entry";
import type { World } from "./world";

async function booked({ office, organizer }: World) {
  const event = await office.event({ organizerId: organizer.id, ticketTypes: [{ name: "Seat" }, { name: "Balcony" }] });
  const { reference } = await office.book(event);
  const [ticket] = await db.select({ code: tickets.code }).from(tickets).where(eq(tickets.eventId, event.id));
  const [from = "", to = ""] = event.ticketTypes.map(({ code }) => code);
  return { event, slug: event.slug, reference, code: ticket?.code ?? "", from, to };
}

/** Somebody waits, and a seat has come free that nobody has given them. */
async function waiting({ office, organizer }: World) {
  const { event, booked: full } = await office.soldOut(1, { organizerId: organizer.id });
  const { entryId } = await office.wait(event);
  await office.cancel(full);
  return { slug: event.slug, entry: sealId(entryId, "waitlist") };
}

const managing = (arrange: Entry["arrange"]): Entry => ({ needs: "attendees.manage", shows: "changes", arrange });

export const attendeeMatrix: Matrix = {
  "lib/attendees/actions.ts addGuest": managing(async (world) => {
    const { slug, from } = await booked(world);
    const email = `${crypto.randomUUID()}@quorix.test`;
    const guest = { name: "A guest", email, ticketTypeCode: from, quantity: 1, isFree: true, sendsMail: false };
    return () => addGuest(slug, crypto.randomUUID(), guest);
  }),
  "lib/attendees/actions.ts resendMails": managing(async (world) => {
    const { slug, reference } = await booked(world);
    return () => resendMails(slug, [reference]);
  }),
  "lib/attendees/actions.ts correctTicketHolder": managing(async (world) => {
    const { slug, code } = await booked(world);
    return () => correctTicketHolder(slug, code, { name: "Another name", email: "" });
  }),
  "lib/attendees/actions.ts cancelAttendee": managing(async (world) => {
    const { slug, reference } = await booked(world);
    return () => cancelAttendee(slug, reference, { reason: "because" });
  }),
  "lib/attendees/actions.ts moveTickets": managing(async (world) => {
    const { slug, reference, code, to } = await booked(world);
    return () => moveTickets(slug, reference, { ticketCodes: [code], to });
  }),
  "lib/attendees/actions.ts undoTicketMove": managing(async (world) => {
    const { event, slug, reference, code, to } = await booked(world);
    const move = { eventId: event.id, actorId: world.owner.id, reference, ticketCodes: [code], to };
    const moved = await moveTicketType(world.office.manager, move);
    if (!moved.ok) throw new Error(moved.code);
    return () => undoTicketMove(slug, reference);
  }),
  "lib/waitlist/desk-actions.ts runWaitlist": {
    needs: "waitlist.manage",
    shows: "changes",
    arrange: async (world) => {
      const { slug } = await waiting(world);
      return () => runWaitlist(slug);
    },
  },
  "lib/waitlist/desk-actions.ts offerToEntry": {
    needs: "waitlist.manage",
    shows: "changes",
    arrange: async (world) => {
      const offer = await waiting(world);
      return () => offerToEntry({ ...offer, reason: "because" });
    },
  },
};
