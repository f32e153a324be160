import { addMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { bookings, events, outbox, waitlistEntries } from "@/db/schema";
import { cancel as cancelBooking } from "@/lib/booking/cancel";
import { confirm as confirmBooking } from "@/lib/booking/confirm";
import { reserve as reserveSeats } from "@/lib/booking/reserve";
import { auditEventInventory, auditTicketTypeInventory } from "@/lib/inventory/audit";
import { BookingConcurrencyManager, type Dependencies as TransactionDependencies } from "@/lib/inventory/concurrency";
import { convertWaitlist } from "@/lib/waitlist/convert";
import { joinWaitlist } from "@/lib/waitlist/join";
import { createTestDatabase, type TestDatabase } from "./database";
import { makeEvent, makeUser } from "./factories";

export type TestEvent = Awaited<ReturnType<typeof makeEvent>>;

/** The inventory invariant of every event in the database. */
export async function expectCleanInventory(db: TestDatabase["db"]) {
  expect(await auditEventInventory(db)).toEqual([]);
  expect(await auditTicketTypeInventory(db)).toEqual([]);
}

/** A booking manager with a clock that the test controls, on its own database, and helpers to set up scenarios. */
export async function openTestBookings(given?: TestDatabase) {
  const database = given ?? (await createTestDatabase());
  const { db } = database;
  let now = new Date();
  const manager = new BookingConcurrencyManager({ db, redis: null, now: () => now });

  /** Another instance of the application, on the same database. */
  function instance(options: Pick<TransactionDependencies, "lockEvent" | "lockTickets" | "now"> = {}) {
    return new BookingConcurrencyManager({ db, redis: null, now: () => now, ...options });
  }

  const firstType = (event: TestEvent) => event.ticketTypes[0]?.code ?? "";

  async function user() {
    return (await makeUser(db)).id;
  }

  function reserve(event: TestEvent, userId: number, quantity = 1, ticketTypeCode = firstType(event)) {
    return reserveSeats(manager, {
      eventId: event.id,
      userId,
      items: [{ ticketTypeCode, quantity }],
      idempotencyKey: crypto.randomUUID(),
    });
  }

  /** Reserves for a new user, or throws. */
  async function hold(event: TestEvent, quantity = 1, userId?: number, ticketTypeCode?: string) {
    const owner = userId ?? (await user());
    const result = await reserve(event, owner, quantity, ticketTypeCode);
    if (!result.ok) throw new Error(`no hold: ${result.code}`);
    return { userId: owner, reference: result.booking.reference, booking: result.booking };
  }

  function confirm(held: { userId: number; reference: string }, event: TestEvent, quantity: number) {
    const holders = Array.from({ length: quantity }, (_, at) => ({
      ticketTypeCode: firstType(event),
      name: `Holder ${at + 1}`,
    }));
    return confirmBooking(manager, { ...held, holders });
  }

  /** Reserves and confirms for a new user, or throws. */
  async function book(event: TestEvent, quantity = 1) {
    const held = await hold(event, quantity);
    const result = await confirm(held, event, quantity);
    if (!result.ok) throw new Error(`not confirmed: ${result.code}`);
    return held;
  }

  function cancel(booked: { userId: number; reference: string }) {
    return cancelBooking(manager, { reference: booked.reference, actor: { userId: booked.userId } });
  }

  /** Adds a new user to the waitlist, or throws; each joins a second after the one before. */
  async function wait(event: TestEvent, quantity = 1, options: { acceptFewer?: boolean; userId?: number } = {}) {
    now = new Date(now.getTime() + 1_000);
    const userId = options.userId ?? (await user());
    const result = await joinWaitlist(manager, {
      eventId: event.id,
      userId,
      quantity,
      acceptFewer: options.acceptFewer ?? false,
      ticketTypeCode: null,
    });
    if (!result.ok) throw new Error(`not on the waitlist: ${result.code}`);
    return { ...result, userId };
  }

  async function entry(entryId: number) {
    const [row] = await db.select().from(waitlistEntries).where(eq(waitlistEntries.id, entryId));
    return row;
  }

  /** The booking an entry was converted into, or offered. */
  async function bookingOf(entryId: number) {
    const [booking] = await db
      .select()
      .from(bookings)
      .where(eq(bookings.id, (await entry(entryId))?.bookingId ?? 0));
    return booking;
  }

  /** An event whose seats are all in one confirmed booking. */
  async function soldOut(capacity: number, options: Parameters<typeof makeEvent>[1] = {}) {
    const event = await makeEvent(db, { capacity, ...options });
    return { event, booked: await book(event, capacity) };
  }

  function convert(event: TestEvent) {
    return convertWaitlist(manager, { eventId: event.id });
  }

  async function counters(event: TestEvent) {
    const [row] = await db
      .select({ available: events.availableTickets, waitlist: events.waitlistTickets, capacity: events.capacity })
      .from(events)
      .where(eq(events.id, event.id));
    return row;
  }

  async function announced() {
    const rows = await db.select({ name: outbox.name }).from(outbox).orderBy(outbox.createdAt);
    return rows.map((row) => row.name);
  }

  return {
    ...database,
    manager,
    instance,
    user,
    reserve,
    hold,
    confirm,
    book,
    cancel,
    wait,
    entry,
    bookingOf,
    soldOut,
    convert,
    counters,
    announced,
    firstType,
    event: (options?: Parameters<typeof makeEvent>[1]) => makeEvent(db, options),
    now: () => now,
    advance: (minutes: number) => {
      now = addMinutes(now, minutes);
    },
  };
}

export type TestBookings = Awaited<ReturnType<typeof openTestBookings>>;
