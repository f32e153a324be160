import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { bookings, operations, payments, refunds } from "@/db/schema";
import {
  askProviderAction,
  markHandedBackAction,
  markReviewedAction,
  recordPaymentAction,
  refundAction,
  retryRefundAction,
} from "@/lib/event-payments/actions";
import { encodeOpaqueId } from "@/lib/names/opaque-id";
import { retryFailedRefundsAction } from "@/lib/operations/actions";
import { recordVenuePayment } from "@/lib/payments/team";
import { type Entry, form, type Matrix } from "./entry";
import type { PermissionsFixture } from "./fixture";

/** A booking that has to be paid at the venue. */
async function book({ testBookings, organizer }: PermissionsFixture) {
  const event = await testBookings.event({ organizerId: organizer.id, ticketTypes: [{ price: 1_900 }] });
  const held = await testBookings.book(event);
  return { ...held, event, fields: { slug: event.slug, reference: held.reference } };
}

/** The same, and it was. */
async function pay(fixture: PermissionsFixture) {
  const booked = await book(fixture);
  const { reference } = booked;
  await recordVenuePayment(fixture.testBookings.manager, { reference, actorId: fixture.owner.id });
  return booked;
}

async function cancelPaid(fixture: PermissionsFixture) {
  const paid = await pay(fixture);
  await fixture.testBookings.cancel(paid);
  const [refund] = await db
    .select({ id: refunds.id, bookingId: refunds.bookingId })
    .from(refunds)
    .innerJoin(bookings, eq(bookings.id, refunds.bookingId))
    .where(eq(bookings.reference, paid.reference));
  if (!refund) throw new Error("no refund");
  return { ...paid, refundId: refund.id, data: form({ ...paid.fields, refund: encodeOpaqueId(refund.id, "refund") }) };
}

async function failRefund(fixture: PermissionsFixture) {
  const cancelled = await cancelPaid(fixture);
  await db.update(refunds).set({ status: "failed" }).where(eq(refunds.id, cancelled.refundId));
  return cancelled;
}

/** A cancelled event whose only refund failed. */
async function failRefundOfOperation(fixture: PermissionsFixture) {
  const { event, refundId } = await failRefund(fixture);
  const [operation] = await db
    .insert(operations)
    .values({
      ...{ id: crypto.randomUUID(), kind: "event_cancellation" as const, eventId: event.id },
      ...{ startedBy: fixture.owner.id, detail: { reason: "because" } },
    })
    .returning({ id: operations.id });
  await db.update(refunds).set({ operationId: operation?.id }).where(eq(refunds.id, refundId));
  return form({ slug: event.slug, operation: operation?.id ?? "" });
}

const managed = (arrange: Entry["arrange"]): Entry => ({ needs: "payments.manage", shows: "changes", arrange });

export const paymentMatrix: Matrix = {
  "lib/event-payments/actions.ts recordPaymentAction": managed(async (fixture) => {
    const { fields } = await book(fixture);
    return () => recordPaymentAction(null, form(fields));
  }),
  "lib/event-payments/actions.ts refundAction": managed(async (fixture) => {
    const { fields } = await pay(fixture);
    const asked = { key: crypto.randomUUID(), how: "all", left: "1900", note: "because" };
    return () => refundAction(null, form({ ...fields, ...asked }));
  }),
  "lib/event-payments/actions.ts markHandedBackAction": managed(async (fixture) => {
    const { data } = await cancelPaid(fixture);
    return () => markHandedBackAction(null, data);
  }),
  "lib/event-payments/actions.ts retryRefundAction": managed(async (fixture) => {
    const { data } = await failRefund(fixture);
    return () => retryRefundAction(null, data);
  }),
  // Without a provider it can only say so.
  "lib/event-payments/actions.ts askProviderAction": {
    needs: "payments.manage",
    shows: "answer",
    arrange: async (fixture) => {
      const { fields } = await pay(fixture);
      return () => askProviderAction(null, form(fields));
    },
  },
  "lib/event-payments/actions.ts markReviewedAction": managed(async (fixture) => {
    const { fields, reference } = await pay(fixture);
    const [payment] = await db
      .select({ id: payments.id })
      .from(payments)
      .innerJoin(bookings, eq(bookings.id, payments.bookingId))
      .where(eq(bookings.reference, reference));
    return () => markReviewedAction(null, form({ ...fields, payment: encodeOpaqueId(payment?.id ?? 0, "payment") }));
  }),
  "lib/operations/actions.ts retryFailedRefundsAction": managed(async (fixture) => {
    const data = await failRefundOfOperation(fixture);
    return () => retryFailedRefundsAction(data);
  }),
};
