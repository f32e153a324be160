import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { tickets } from "@/db/schema";
import {
  addGuestAction,
  cancelAttendeeAction,
  changeTicketTypeAction,
  correctTicketHolderAction,
  resendEmailsAction,
  undoTicketTypeChangeAction,
} from "@/lib/attendees/actions";
import { changeTicketType } from "@/lib/booking/change-ticket-type";
import { encodeOpaqueId } from "@/lib/names/opaque-id";
import { offerToEntryAction, runWaitlistAction } from "@/lib/waitlist/organizer-actions";
import type { Entry, Matrix } from "./entry";
import type { PermissionsFixture } from "./fixture";

async function bookTicket({ testBookings, organizer }: PermissionsFixture) {
  const event = await testBookings.event({
    organizerId: organizer.id,
    ticketTypes: [{ name: "Seat" }, { name: "Balcony" }],
  });
  const { reference } = await testBookings.book(event);
  const [ticket] = await db.select({ code: tickets.code }).from(tickets).where(eq(tickets.eventId, event.id));
  const [from = "", to = ""] = event.ticketTypes.map(({ code }) => code);
  return { event, slug: event.slug, reference, code: ticket?.code ?? "", from, to };
}

/** Someone is on the waitlist, and a freed seat has not been given to them yet. */
async function makeWaitingEntry({ testBookings, organizer }: PermissionsFixture) {
  const { event, booked: full } = await testBookings.soldOut(1, { organizerId: organizer.id });
  const { entryId } = await testBookings.wait(event);
  await testBookings.cancel(full);
  return { slug: event.slug, entry: encodeOpaqueId(entryId, "waitlist") };
}

const managedEntry = (arrange: Entry["arrange"]): Entry => ({ needs: "attendees.manage", shows: "changes", arrange });

export const attendeeMatrix: Matrix = {
  "lib/attendees/actions.ts addGuestAction": managedEntry(async (fixture) => {
    const { slug, from } = await bookTicket(fixture);
    const email = `${crypto.randomUUID()}@quorix.test`;
    const guest = { name: "A guest", email, ticketTypeCode: from, quantity: 1, isFree: true, sendsMail: false };
    return () => addGuestAction({ slug, idempotencyKey: crypto.randomUUID(), ...guest });
  }),
  "lib/attendees/actions.ts resendEmailsAction": managedEntry(async (fixture) => {
    const { slug, reference } = await bookTicket(fixture);
    return () => resendEmailsAction({ slug, references: [reference] });
  }),
  "lib/attendees/actions.ts correctTicketHolderAction": managedEntry(async (fixture) => {
    const { slug, code } = await bookTicket(fixture);
    return () => correctTicketHolderAction({ slug, ticketCode: code, name: "Another name", email: "" });
  }),
  "lib/attendees/actions.ts cancelAttendeeAction": managedEntry(async (fixture) => {
    const { slug, reference } = await bookTicket(fixture);
    return () => cancelAttendeeAction({ slug, reference, reason: "because" });
  }),
  "lib/attendees/actions.ts changeTicketTypeAction": managedEntry(async (fixture) => {
    const { slug, reference, code, to } = await bookTicket(fixture);
    return () => changeTicketTypeAction({ slug, reference, ticketCodes: [code], to });
  }),
  "lib/attendees/actions.ts undoTicketTypeChangeAction": managedEntry(async (fixture) => {
    const { event, slug, reference, code, to } = await bookTicket(fixture);
    const move = { eventId: event.id, actorId: fixture.owner.id, reference, ticketCodes: [code], to };
    const moved = await changeTicketType(fixture.testBookings.manager, move);
    if (!moved.ok) throw new Error(moved.code);
    return () => undoTicketTypeChangeAction({ slug, reference });
  }),
  "lib/waitlist/organizer-actions.ts runWaitlistAction": {
    needs: "waitlist.manage",
    shows: "changes",
    arrange: async (fixture) => {
      const { slug } = await makeWaitingEntry(fixture);
      return () => runWaitlistAction({ slug });
    },
  },
  "lib/waitlist/organizer-actions.ts offerToEntryAction": {
    needs: "waitlist.manage",
    shows: "changes",
    arrange: async (fixture) => {
      const offer = await makeWaitingEntry(fixture);
      return () => offerToEntryAction({ ...offer, reason: "because" });
    },
  },
};
