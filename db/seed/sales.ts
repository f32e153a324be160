import { addHours, subHours } from "date-fns";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { bookingItems, bookings, events, ticketTypes, users, waitlistEntries } from "@/db/schema";
import { isTypeOnSale, quotaLeft } from "@/lib/inventory/sales";
import { convertWaitlist } from "@/lib/waitlist/convert";
import type { EventSpec } from "./event-spec";
import type { InsertedEvent } from "./insert-events";
import type { Person } from "./people";
import type { SeededChoices } from "./random";
import { requireOk, type SeedBookings, salesPeriod } from "./seed-bookings";

const groupSizes = [1, 2, 2, 3, 4, 4, 5, 6] as const;
const DAY = 86_400_000;

type SalesContext = {
  tx: Transaction;
  seedBookings: SeedBookings;
  event: InsertedEvent;
  /** The next person without a booking or entry for this event. */
  newcomer: () => Person;
  choose: SeededChoices;
  now: Date;
};

type Sale = { person: Person; reference: string; seats: number; at: Date };

/** Sells, evenly over the time given, until only `left` seats remain. */
async function sellDownTo(stage: SalesContext, left: number, time: { opened: Date; lasts: number }): Promise<Sale[]> {
  const { tx, seedBookings, event, newcomer, choose } = stage;
  const types = await tx.select().from(ticketTypes).where(eq(ticketTypes.eventId, event.id));
  const [row] = await tx.select({ available: events.availableTickets }).from(events).where(eq(events.id, event.id));
  const toSell = (row?.available ?? 0) - left;
  const sales: Sale[] = [];
  for (let sold = 0; sold < toSell; ) {
    const at = new Date(time.opened.getTime() + (time.lasts * sold) / toSell);
    const type = choose.pick(types.filter((each) => isTypeOnSale(each, at) && quotaLeft(each) > 0));
    const limits = [choose.pick(groupSizes), event.maxTicketsPerBooking, quotaLeft(type), toSell - sold];
    const seats = Math.min(...limits);
    const person = newcomer();
    const reference = await seedBookings.book(event, person, [{ ticketTypeCode: type.code, quantity: seats }], at);
    type.sold += seats;
    sold += seats;
    sales.push({ person, reference, seats, at });
  }
  return sales;
}

/** Someone cancels, the waitlist moves up, offers are accepted, and what is left is sold again. */
async function advanceWaitlist(stage: SalesContext, sales: Sale[], at: Date) {
  const { seedBookings, event, newcomer } = stage;
  const group = Math.min(4, event.maxTicketsPerBooking);
  await seedBookings.wait(event, newcomer(), { quantity: group, acceptFewer: false }, at);
  await seedBookings.wait(event, newcomer(), { quantity: 2, acceptFewer: true }, addHours(at, 1));
  const leaver = sales.find((sale) => sale.seats < 3);
  if (!leaver) throw new Error(`no small booking to cancel for ${event.slug}`);
  await seedBookings.cancel(leaver.person, leaver.reference, addHours(at, 2));
  seedBookings.setClock(addHours(at, 2));
  requireOk(`conversion for ${event.slug}`, await convertWaitlist(seedBookings.manager, { eventId: event.id }));
  await acceptOffers(stage, addHours(at, 5));
  await sellDownTo(stage, 0, { opened: addHours(at, 6), lasts: DAY / 24 });
}

async function acceptOffers({ tx, seedBookings, event }: SalesContext, at: Date) {
  const offers = await tx
    .select({
      person: { id: users.id, name: users.name, email: users.email },
      reference: bookings.reference,
      item: { ticketTypeCode: ticketTypes.code, quantity: bookingItems.quantity },
    })
    .from(bookings)
    .innerJoin(users, eq(users.id, bookings.userId))
    .innerJoin(bookingItems, eq(bookingItems.bookingId, bookings.id))
    .innerJoin(ticketTypes, eq(ticketTypes.id, bookingItems.ticketTypeId))
    .where(and(eq(bookings.eventId, event.id), eq(bookings.status, "pending")));
  for (const { person, reference, item } of offers) await seedBookings.confirm(event, person, reference, [item], at);
}

/** More requests, an hour and more apart, until `waiting` are on the waitlist. */
async function extendWaitlist({ tx, seedBookings, event, newcomer, choose, now }: SalesContext, waiting: number) {
  const inLine = await tx.$count(
    waitlistEntries,
    and(eq(waitlistEntries.eventId, event.id), eq(waitlistEntries.status, "waiting")),
  );
  for (let position = inLine; position < waiting; position++) {
    const most = Math.min(3, event.maxTicketsPerBooking);
    const request = { quantity: 1 + choose.below(most), acceptFewer: position % 2 === 0 };
    await seedBookings.wait(event, newcomer(), request, subHours(now, 3 * (waiting - position)));
  }
}

/** Brings an event's sales to the state in its spec. */
export async function seedSales(stage: SalesContext, demand: NonNullable<EventSpec["demand"]>) {
  const { seedBookings, event, now } = stage;
  if ("sold" in demand) {
    const sales = await sellDownTo(stage, event.capacity - demand.sold, salesPeriod(event, now, 0));
    const regretted = sales[1];
    if (regretted && sales.length > 8) {
      await seedBookings.cancel(regretted.person, regretted.reference, addHours(regretted.at, 6));
    }
    return;
  }
  const { left, waiting = 0 } = demand;
  const sales = await sellDownTo(stage, left, salesPeriod(event, now, waiting > 0 ? 3 : 0));
  if (waiting === 0) return;
  await advanceWaitlist(stage, sales, subHours(now, 48));
  await extendWaitlist(stage, waiting);
}
