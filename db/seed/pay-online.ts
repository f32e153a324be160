import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { assignHolders, type Holder, secureSeats, takeBooking } from "@/lib/booking/confirm";
import { decideOnBooking } from "@/lib/booking/decide-on-booking";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { InsertedEvent } from "./insert-events";

/** A payment as the provider would have reported it. No provider knows it: the demo is made without one. */
export async function payOnline(
  manager: BookingConcurrencyManager,
  of: { event: InsertedEvent; reference: string; userId: number; holders: Holder[] },
) {
  const { event, reference, userId, holders } = of;
  const paid = await decideOnBooking(
    manager,
    { reference, ownerId: userId },
    { payments: "add" },
    (unit, bookingId) => {
      const booking = unit.booking(bookingId);
      const named = booking && assignHolders(unit, booking, holders);
      if (!booking || !named || !secureSeats(unit, booking)) return { ok: false, code: "NOT_PAID" } as const;
      const payment = unit.payments.start(booking, named);
      takeBooking(unit, booking, userId);
      unit.payments.capture(booking, payment, {
        ...{ amount: payment.amount, intentId: `pi_demo_${payment.id}`, method: "card" },
      });
      unit.issueTickets(booking, named);
      return { ok: true } as const;
    },
  );
  if (!paid.ok) throw new Error(`not paid for ${event.slug}: ${paid.code}`);
}

/** The refunds of bookings that were cancelled have arrived: nobody is left to ask the provider for them. */
export async function finishRefunds(tx: Transaction) {
  await tx.execute(sql`
    update refunds set status = 'succeeded', provider_refund_id = 're_demo_' || id, succeeded_at = created_at + interval '2 days'
    where status = 'created'`);
}
