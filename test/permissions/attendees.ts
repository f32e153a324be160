import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { tickets } from "@/db/schema";
import {
  addGuestAction,
  cancelAttendeeAction,
  correctTicketHolderAction,
  moveTicketsAction,
  resendMailsAction,
  undoTicketMoveAction,
} from "@/lib/attendees/actions";
import { moveTicketType } from "@/lib/booking/move-ticket-type";
import { sealId } from "@/lib/names/sealed-id";
import { offerToEntryAction, runWaitlistAction } from "@/lib/waitlist/desk-actions";
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
  "lib/attendees/actions.ts addGuestAction": managing(async (world) => {
    const { slug, from } = await booked(world);
    const email = `${crypto.randomUUID()}@quorix.test`;
    const guest = { name: "A guest", email, ticketTypeCode: from, quantity: 1, isFree: true, sendsMail: false };
    return () => addGuestAction({ slug, idempotencyKey: crypto.randomUUID(), ...guest });
  }),
  "lib/attendees/actions.ts resendMailsAction": managing(async (world) => {
    const { slug, reference } = await booked(world);
    return () => resendMailsAction({ slug, references: [reference] });
  }),
  "lib/attendees/actions.ts correctTicketHolderAction": managing(async (world) => {
    const { slug, code } = await booked(world);
    return () => correctTicketHolderAction({ slug, ticketCode: code, name: "Another name", email: "" });
  }),
  "lib/attendees/actions.ts cancelAttendeeAction": managing(async (world) => {
    const { slug, reference } = await booked(world);
    return () => cancelAttendeeAction({ slug, reference, reason: "because" });
  }),
  "lib/attendees/actions.ts moveTicketsAction": managing(async (world) => {
    const { slug, reference, code, to } = await booked(world);
    return () => moveTicketsAction({ slug, reference, ticketCodes: [code], to });
  }),
  "lib/attendees/actions.ts undoTicketMoveAction": managing(async (world) => {
    const { event, slug, reference, code, to } = await booked(world);
    const move = { eventId: event.id, actorId: world.owner.id, reference, ticketCodes: [code], to };
    const moved = await moveTicketType(world.office.manager, move);
    if (!moved.ok) throw new Error(moved.code);
    return () => undoTicketMoveAction({ slug, reference });
  }),
  "lib/waitlist/desk-actions.ts runWaitlistAction": {
    needs: "waitlist.manage",
    shows: "changes",
    arrange: async (world) => {
      const { slug } = await waiting(world);
      return () => runWaitlistAction({ slug });
    },
  },
  "lib/waitlist/desk-actions.ts offerToEntryAction": {
    needs: "waitlist.manage",
    shows: "changes",
    arrange: async (world) => {
      const offer = await waiting(world);
      return () => offerToEntryAction({ ...offer, reason: "because" });
    },
  },
};
