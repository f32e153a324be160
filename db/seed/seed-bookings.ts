import { addMinutes, max, min, subDays, subHours } from "date-fns";
import { cancel } from "@/lib/booking/cancel";
import { confirm as confirmBooking } from "@/lib/booking/confirm";
import { reserve } from "@/lib/booking/reserve";
import { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { joinWaitlist } from "@/lib/waitlist/join";
import type { InsertedEvent } from "./insert-events";
import { payOnline } from "./pay-online";
import type { Person } from "./people";

type Db = ConstructorParameters<typeof BookingConcurrencyManager>[0]["db"];

/** Throws if a step of the demo was refused. */
export function requireOk<Result extends { ok: boolean }>(what: string, result: Result): Extract<Result, { ok: true }> {
  if (result.ok) return result as Extract<Result, { ok: true }>;
  throw new Error(`${what}: ${JSON.stringify(result)}`);
}

type OrderItems = { ticketTypeCode: string; quantity: number }[];

/** The booking manager with a clock that can be set back, so that bookings get past dates. */
export function openSeedBookings(db: Db, onCommit: (outboxIds: string[]) => void) {
  let clock = new Date();
  const manager = new BookingConcurrencyManager({ db, redis: null, now: () => clock, onCommit });

  async function hold(event: InsertedEvent, person: Person, items: OrderItems, at: Date) {
    clock = at;
    const idempotencyKey = crypto.randomUUID();
    const result = await reserve(manager, { eventId: event.id, userId: person.id, items, idempotencyKey });
    return requireOk(`hold for ${event.slug}`, result).booking.reference;
  }

  async function confirm(event: InsertedEvent, person: Person, reference: string, items: OrderItems, at: Date) {
    clock = at;
    const holders = items.flatMap(({ ticketTypeCode, quantity }) =>
      Array.from({ length: quantity }, () => ({ ticketTypeCode, name: person.name, email: person.email })),
    );
    if (event.paymentMethod === "online") return payOnline(manager, { event, reference, userId: person.id, holders });
    requireOk(`confirm for ${event.slug}`, await confirmBooking(manager, { reference, userId: person.id, holders }));
  }

  return {
    manager,
    setClock: (at: Date) => {
      clock = at;
    },
    hold,
    confirm,
    /** Reserves, and confirms three minutes later. */
    async book(event: InsertedEvent, person: Person, items: OrderItems, at: Date) {
      const reference = await hold(event, person, items, at);
      await confirm(event, person, reference, items, addMinutes(at, 3));
      return reference;
    },
    async cancel(person: Person, reference: string, at: Date) {
      clock = at;
      requireOk("cancel", await cancel(manager, { reference, actor: { userId: person.id } }));
    },
    async wait(event: InsertedEvent, person: Person, request: { quantity: number; acceptFewer: boolean }, at: Date) {
      clock = at;
      const who = { eventId: event.id, userId: person.id, ticketTypeCode: null };
      requireOk(`waitlist of ${event.slug}`, await joinWaitlist(manager, { ...who, ...request }));
    },
  };
}

export type SeedBookings = ReturnType<typeof openSeedBookings>;

/** From when until when tickets have been selling: until `quietDays` ago, where the event still sells. */
export function salesPeriod(event: InsertedEvent, now: Date, quietDays: number) {
  const opened = event.salesStartAt ? max([event.salesStartAt, event.createdAt]) : event.createdAt;
  const closed = min([subHours(event.startsAt, 2), event.salesEndAt ?? event.startsAt, subDays(now, quietDays)]);
  return { opened, lasts: closed.getTime() - opened.getTime() - 10 * 60_000 };
}
