import type { IntendedHolder } from "@/db/schema/bookings";
import { newPaymentKey } from "./codes";
import { type EventRow, type LoadedBooking, type LoadedEventData, takeId } from "./load";
import type { LoadedPayment, PaymentDetails, RefundReason } from "./load-payments";
import type { BookingChange, PendingWrites } from "./pending-writes";

type Booking = Readonly<LoadedBooking>;
type Payment = Readonly<LoadedPayment>;

const isOpen = ({ status }: Payment) => status === "created" || status === "authorized";

/**
 * The payments of an event's bookings under its row lock, with the changes of this transaction so far. Only those of
 * bookings whose request asked for them are known.
 */
export class PaymentLedger {
  private readonly byBooking = new Map<number, LoadedPayment[]>();
  private readonly newIds: number[];

  constructor(
    read: Pick<LoadedEventData, "payments" | "ids">,
    private readonly event: Readonly<EventRow>,
    private readonly now: Date,
    private readonly writes: Pick<PendingWrites, "payments" | "paymentOutcomes" | "refunds">,
    private readonly changeBooking: (booking: Booking, change: Partial<BookingChange>) => void,
  ) {
    this.newIds = read.ids.payments;
    this.load(read.payments);
  }

  load(loaded: LoadedPayment[]) {
    for (const payment of loaded) {
      const others = this.byBooking.get(payment.bookingId) ?? [];
      if (!others.some(({ id }) => id === payment.id)) this.byBooking.set(payment.bookingId, [...others, payment]);
    }
  }

  /** In the order in which they were started. */
  of({ id }: Booking): readonly Payment[] {
    return this.byBooking.get(id) ?? [];
  }

  find(paymentId: number): Payment | undefined {
    return [...this.byBooking.values()].flat().find(({ id }) => id === paymentId);
  }

  /** The attempt that may still lead to money: there is at most one. */
  openAttempt(booking: Booking): Payment | undefined {
    return this.of(booking).find(isOpen);
  }

  /** What was captured and not refunded. Minor units of the booking's currency. */
  paid(booking: Booking): number {
    return this.of(booking).reduce((sum, payment) => sum + payment.capturedAmount - payment.refundedAmount, 0);
  }

  /**
   * Starts an attempt to pay the whole booking online. The first one gives the hold as long as it takes to pay; later ones
   * do not.
   */
  start(booking: Booking, holders: IntendedHolder[]): Payment {
    const expiresAt = new Date(this.now.getTime() + this.event.paymentMinutes * 60_000);
    const isExtended = this.of(booking).length === 0 && booking.expiresAt !== null && booking.expiresAt < expiresAt;
    const payment = this.add(booking, { provider: "stripe", status: "created", amount: booking.totalPrice });
    this.changeBooking(booking, {
      isPaying: true,
      intendedHolders: holders,
      ...(isExtended ? { expiresAt } : {}),
    });
    return payment;
  }

  /** The names that were typed last count. */
  nameHolders(booking: Booking, holders: IntendedHolder[]) {
    this.changeBooking(booking, { intendedHolders: holders });
  }

  /** Records money that was taken at the venue. */
  record(booking: Booking, amount: number, recordedBy: number): Payment {
    const payment = this.add(booking, { provider: "venue", status: "captured", amount });
    this.change(payment, { recordedBy });
    return payment;
  }

  authorize(payment: Payment, details: PaymentDetails) {
    this.change(payment, { ...details, status: "authorized" });
  }

  /** The money is taken: the attempt is no longer open. */
  capture(booking: Booking, payment: Payment, { amount, ...details }: PaymentDetails & { amount: number }) {
    this.change(payment, { ...details, status: "captured", capturedAmount: amount });
    this.close(booking);
  }

  /** The attempt ended without money. */
  end(booking: Booking, payment: Payment, status: "failed" | "cancelled", details: PaymentDetails = {}) {
    this.change(payment, { ...details, status });
    this.close(booking);
  }

  /** Records details that change no status. */
  note(payment: Payment, details: PaymentDetails) {
    this.change(payment, details);
  }

  /** Asks for a refund of what is left of the payment, or of a part. Done once for each key. */
  refund(
    payment: Payment,
    refund: { reason: RefundReason; key: string; amount?: number; note?: string; requestedBy?: number },
  ) {
    const left = payment.capturedAmount - payment.refundedAmount;
    const { reason, key, amount = left, note = null, requestedBy = null } = refund;
    if (amount <= 0 || payment.refundKeys.includes(key)) return;
    const own = this.loaded(payment);
    own.refundedAmount += amount;
    own.refundKeys.push(key);
    this.writes.refunds.push({
      paymentId: payment.id,
      bookingId: payment.bookingId,
      ...{ amount, reason, key, note, requestedBy },
    });
  }

  /** Whether a refund of the booking was asked for by this key, of whichever of its payments. */
  isRefundedBy(booking: Booking, key: string): boolean {
    return this.of(booking).some(({ id, refundKeys }) => refundKeys.includes(`${key}:${id}`));
  }

  private add(booking: Booking, row: Pick<LoadedPayment, "provider" | "status" | "amount">): LoadedPayment {
    const payment: LoadedPayment = {
      ...row,
      id: takeId(this.newIds),
      bookingId: booking.id,
      currency: booking.currency,
      capturedAmount: row.status === "captured" ? row.amount : 0,
      refundedAmount: 0,
      refundKeys: [],
      idempotencyKey: newPaymentKey(),
      ...{ sessionId: null, checkoutUrl: null, intentId: null },
      createdAt: this.now,
    };
    this.writes.payments.push(payment);
    this.load([payment]);
    return payment;
  }

  private change(payment: Payment, change: PaymentDetails & Partial<Pick<LoadedPayment, "status" | "capturedAmount">>) {
    const { status, capturedAmount, intentId } = change;
    const own = this.loaded(payment);
    if (status) own.status = status;
    if (capturedAmount !== undefined) own.capturedAmount = capturedAmount;
    if (intentId) own.intentId = intentId;
    const earlier = this.writes.paymentOutcomes.get(payment.id)?.details;
    this.writes.paymentOutcomes.set(payment.id, { payment: own, details: { ...earlier, ...change } });
  }

  private close(booking: Booking) {
    if (booking.isPaying && !this.openAttempt(booking)) this.changeBooking(booking, { isPaying: false });
  }

  private loaded(payment: Payment): LoadedPayment {
    const found = this.byBooking.get(payment.bookingId)?.find(({ id }) => id === payment.id);
    if (!found) throw new Error(`payment ${payment.id} was not read under the row lock`);
    return found;
  }
}
