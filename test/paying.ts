import { eq } from "drizzle-orm";
import { bookings, payments, refunds, tickets } from "@/db/schema";
import { startPayment } from "@/lib/payments/start";
import type { TestBookings, TestEvent } from "./booking";
import type { TestProvider } from "./test-provider";

/** A hold whose owner is on the provider's page, or throws. */
export async function beginToPay(testBookings: TestBookings, provider: TestProvider, event: TestEvent, quantity = 1) {
  const held = await testBookings.hold(event, quantity);
  const holders = Array.from({ length: quantity }, (_, at) => ({
    ticketTypeCode: testBookings.firstType(event),
    name: `Holder ${at + 1}`,
  }));
  const started = await startPayment({ manager: testBookings.manager, provider }, { ...held, holders });
  if (!started.ok || started.status !== "open") throw new Error(`not started: ${JSON.stringify(started)}`);
  const { id: bookingId, payments: own } = await readPaying(testBookings, held.reference);
  const sessionId = own[0]?.sessionId ?? "";
  return { ...held, bookingId, sessionId, key: { eventId: event.id, paymentId: own[0]?.id ?? 0 } };
}

/** A booking with everything about its money. */
export async function readPaying({ db }: TestBookings, reference: string) {
  const [booking] = await db.select().from(bookings).where(eq(bookings.reference, reference));
  if (!booking) throw new Error("no such booking");
  return {
    ...booking,
    payments: await db.select().from(payments).where(eq(payments.bookingId, booking.id)).orderBy(payments.id),
    refunds: await db.select().from(refunds).where(eq(refunds.bookingId, booking.id)).orderBy(refunds.id),
    tickets: await db.select().from(tickets).where(eq(tickets.bookingId, booking.id)),
  };
}
