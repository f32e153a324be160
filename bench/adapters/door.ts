import { openHotEvents } from "@/bench/hot-event";
import { db } from "@/db/client";
import { bookings, tickets } from "@/db/schema";
import { checkIn } from "@/lib/check-in/check-in";
import type { CheckInContext } from "@/lib/check-in/types";
import { deliver } from "@/lib/email/deliver";
import { answer } from "./answer";
import { isBeforeInventory, moduleOf } from "./manager";
import { type OpenLoop, openLoop } from "./open-loop";

const { newReference, newTicketCode } = await moduleOf<typeof import("@/lib/inventory/codes")>(
  isBeforeInventory ? "booking/codes" : "inventory/codes",
);

/** Check-in and emails of one event, by this commit's own code. */
const hot = await openHotEvents(process.env.DATABASE_URL ?? "", Number(process.env.PEOPLE));
const viewer = { id: hot.people.first, name: "Somebody at the door" };
let scene: { door: CheckInContext; bookingId: number; codes: string[] } | undefined;

/** An event with one large booking, whose tickets are scanned. */
async function open({ tickets: count }: { tickets: number }) {
  const event = await hot.open();
  const [startsAt, endsAt] = [new Date(Date.now() - 3_600_000), new Date(Date.now() + 3_600_000)];
  const [booking] = await db
    .insert(bookings)
    .values({
      reference: newReference(),
      eventId: event.eventId,
      userId: viewer.id,
      status: "confirmed",
      numberOfTickets: count,
      totalPrice: 0,
      currency: "EUR",
      source: "organizer",
      idempotencyKey: crypto.randomUUID(),
      bookedAt: new Date(),
      confirmedAt: new Date(),
    })
    .returning({ id: bookings.id });
  if (!booking) throw new Error("the insert returned no row");
  const codes = Array.from({ length: count }, newTicketCode);
  const ids = { bookingId: booking.id, eventId: event.eventId, ticketTypeId: event.ticketTypeId };
  // Nobody is searched by name here, and earlier commits have no search.
  const row = { ...ids, holderName: "Guest", search: "", folding: 0 };
  await db.insert(tickets).values(codes.map((code) => ({ ...row, code })));
  const { eventId: id, organizerId } = event;
  const door = { event: { id, organizerId, status: "published", startsAt, endsAt, timeZone: "UTC" }, viewer } as const;
  scene = { door, bookingId: booking.id, codes };
  // The first of the people holds the large booking.
  const people = { first: hot.people.first + 1, count: hot.people.count - 1 };
  return { eventId: id, ticketTypeCode: event.ticketTypeCode, people };
}

/** Scans of new tickets, and how many were let in. */
async function scan(loop: OpenLoop) {
  if (!scene) throw new Error("no event is open");
  const { door, codes } = scene;
  const { waits, results } = await openLoop(loop, async () => {
    const ticket = { text: codes.pop() ?? "" };
    return checkIn(db, door, { id: crypto.randomUUID(), ticket, device: "Door A", anyDay: false, at: new Date() });
  });
  const others = results.filter((result) => !result.ok || result.answer.outcome !== "admitted").length;
  return { waits, others };
}

/** Emails about the event, each until it is claimed: until an email server would be called. */
async function claim(loop: OpenLoop) {
  if (!scene) throw new Error("no event is open");
  const { door, bookingId } = scene;
  const claims = openLoop(loop, () => {
    const email = {
      key: `bench:${crypto.randomUUID()}`,
      to: { name: "Guest", address: "guest@quorix.test" },
      ...{ subject: "Your booking", html: "", text: "", attachments: [] },
      ...{ bookingId, eventId: door.event.id },
    };
    return new Promise<void>((claimed, failed) => {
      const transport = { sendMail: async () => claimed() };
      deliver(email, transport as unknown as Parameters<typeof deliver>[1]).catch(failed);
    });
  });
  return { waits: (await claims).waits };
}

answer({
  open,
  work: async ({ scans, claims }: { scans: OpenLoop; claims: OpenLoop }) => {
    const [scanned, claimed] = await Promise.all([scan(scans), claim(claims)]);
    return { scans: scanned, claims: claimed };
  },
});
