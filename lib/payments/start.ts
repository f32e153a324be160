import { assignHolders, type Holder } from "@/lib/booking/confirm";
import { decideOnBooking } from "@/lib/booking/decide-on-booking";
import { isPaidOnline } from "@/lib/booking/paid-online";
import type { Deadline } from "@/lib/deadline";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { LockRefusal, Refusal } from "@/lib/inventory/results";
import { salesRefusal } from "@/lib/inventory/sales";
import type { EventUnitOfWork } from "@/lib/inventory/unit-of-work";
import { log } from "@/lib/log";
import { openCheckoutPage } from "./checkout-page";
import { fulfil } from "./fulfil";
import type { PaymentKey, PaymentProvider } from "./provider";
import { findPaymentRow } from "./rows";

export type StartPaymentInput = {
  reference: string;
  userId: number;
  /** One per ticket of the booking. */
  holders: Holder[];
};

type StartRefusal =
  | LockRefusal
  | Refusal<"BOOKING_NOT_FOUND">
  | Refusal<"BOOKING_CANCELLED">
  | Refusal<"HOLD_EXPIRED", { waitlistEnabled: boolean }>
  | Refusal<"WRONG_NUMBER_OF_HOLDERS", { expected: number }>
  | Refusal<"EVENT_CANCELLED">
  /** Nothing is to be paid online: the booking is to be confirmed. */
  | Refusal<"NOTHING_TO_PAY">;

export type StartPaymentResult =
  /** The provider's page. */
  | { ok: true; status: "open"; url: string }
  /** It was paid for earlier, perhaps in another tab. */
  | { ok: true; status: "paid" }
  | StartRefusal
  /** The provider did not answer. The hold goes on. */
  | Refusal<"PAYMENT_UNAVAILABLE">;

/**
 * Leads to the provider's page for a hold. A booking has one attempt at a time: a second click, another tab and the back
 * button lead to the same one, and a new one begins only after the provider has ended the one before.
 */
export async function startPayment(
  deps: { manager: BookingConcurrencyManager; provider: PaymentProvider },
  input: StartPaymentInput,
  deadline?: Deadline,
): Promise<StartPaymentResult> {
  const { reference, userId: ownerId } = input;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const decided = await decideOnBooking(
      deps.manager,
      { reference, ownerId, deadline },
      { payments: "add" },
      (unit, bookingId) => decide(unit, bookingId, input),
    );
    if (!decided.ok) return decided;
    if (decided.status === "paid") return decided;
    const opened = await openAttempt(deps, decided.key, decided.isNew);
    if (opened) return opened;
  }
  return { ok: false, code: "PAYMENT_UNAVAILABLE" };
}

type Decided = { ok: true; status: "open"; key: PaymentKey; isNew: boolean } | { ok: true; status: "paid" };

function decide(unit: EventUnitOfWork, bookingId: number, { holders }: StartPaymentInput): Decided | StartRefusal {
  const { event, now } = unit;
  const booking = unit.booking(bookingId);
  if (!booking) return { ok: false, code: "BOOKING_NOT_FOUND" };
  if (booking.status === "confirmed") return { ok: true, status: "paid" };
  if (booking.status === "cancelled") return { ok: false, code: "BOOKING_CANCELLED" };
  if (event.status === "cancelled") return { ok: false, code: "EVENT_CANCELLED" };
  const open = unit.payments.openAttempt(booking);
  if (!open && !isPaidOnline(event, booking)) return { ok: false, code: "NOTHING_TO_PAY" };
  const isPast = booking.expiresAt === null || booking.expiresAt <= now;
  if (booking.status === "expired" || (isPast && !open)) {
    return { ok: false, code: "HOLD_EXPIRED", waitlistEnabled: event.waitlistEnabled && !salesRefusal(event, now) };
  }
  const named = assignHolders(unit, booking, holders);
  if (!named) return { ok: false, code: "WRONG_NUMBER_OF_HOLDERS", expected: booking.numberOfTickets };
  if (open) {
    unit.payments.nameHolders(booking, named);
    return { ok: true, status: "open", key: { eventId: event.id, paymentId: open.id }, isNew: false };
  }
  const payment = unit.payments.start(booking, named);
  return { ok: true, status: "open", key: { eventId: event.id, paymentId: payment.id }, isNew: true };
}

/** Null where the attempt has ended meanwhile, so that another one may begin. */
async function openAttempt(
  deps: { manager: BookingConcurrencyManager; provider: PaymentProvider },
  key: PaymentKey,
  isNew: boolean,
): Promise<StartPaymentResult | null> {
  if (!isNew) {
    const settled = await fulfil(deps, key);
    if (!settled.ok) return { ok: false, code: "PAYMENT_UNAVAILABLE" };
    if (settled.status === "captured") return { ok: true, status: "paid" };
    if (settled.status !== "waiting") return null;
  }
  const row = await findPaymentRow(key);
  if (!row) throw new Error(`payment ${key.paymentId} of event ${key.eventId} vanished`);
  const page = await openCheckoutPage(deps.provider, row);
  if (page.ok) return { ok: true, status: "open", url: page.value.url };
  log.warn("payment.checkout.unavailable", { ...key, code: page.code, reason: page.reason });
  // A page that the provider refuses will be refused again: the attempt ends, and the hold goes on.
  if (page.code === "REFUSED") await fulfil(deps, key);
  return { ok: false, code: "PAYMENT_UNAVAILABLE" };
}
