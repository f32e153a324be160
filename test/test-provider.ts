import type {
  CheckoutRequest,
  PaymentProvider,
  ProviderPayment,
  ProviderReference,
  ProviderRefund,
  ProviderResult,
} from "@/lib/payments/provider";

type Outcome = "authorize" | "pay" | "decline" | "processing";
type Session = { request: CheckoutRequest; payment: ProviderPayment; isCaptureRefused: boolean };
/** `before`: the call is lost on its way. `after`: it is done, and its answer is lost. `crash-…`: the caller dies then. */
export type Fault = "before" | "after" | "crash-before" | "crash-after";
/** A process that dies: nothing after it happens. */
export class Crash extends Error {}

/**
 * A payment provider in memory, which takes as long as it is told and loses calls and answers on demand. Its state is the
 * truth that rows are compared with.
 */
export class TestProvider implements PaymentProvider {
  readonly name = "stripe";
  readonly sessions = new Map<string, Session>();
  /** How often each method was called. */
  readonly calls: Record<string, number> = {};
  /** Decides the fault of a call, by its method. */
  fault: (method: string) => Fault | undefined = () => undefined;
  delayMs = 0;
  private readonly byKey = new Map<string, string>();
  private readonly refundKeys = new Map<string, ProviderRefund>();
  private count = 0;

  async openCheckout(request: CheckoutRequest) {
    return this.call("openCheckout", () => {
      const known = this.byKey.get(request.idempotencyKey);
      const sessionId = known ?? `cs_${this.next()}`;
      if (!known) {
        this.byKey.set(request.idempotencyKey, sessionId);
        this.sessions.set(sessionId, { request, payment: newPayment(sessionId, request), isCaptureRefused: false });
      }
      return { ok: true, value: { sessionId, url: `https://pay.test/${sessionId}` } };
    });
  }

  async readPayment(reference: ProviderReference) {
    return this.call("readPayment", () => this.state(reference));
  }

  async capture(reference: ProviderReference) {
    return this.call<ProviderPayment>("capture", () => {
      const session = this.session(reference);
      const { payment } = session;
      if (payment.status === "captured") return this.state(reference);
      if (payment.status !== "authorized") return refusedResult(`the payment is ${payment.status}`);
      if (session.isCaptureRefused) {
        payment.status = "cancelled";
        return refusedResult("card_declined");
      }
      payment.status = "captured";
      payment.capturedAmount = payment.amount;
      return this.state(reference);
    });
  }

  async closePage(reference: ProviderReference) {
    return this.call("closePage", () => {
      const { payment } = this.session(reference);
      if (payment.status === "open") payment.status = "cancelled";
      return this.state(reference);
    });
  }

  async cancel(reference: ProviderReference) {
    return this.call("cancel", () => {
      const { payment } = this.session(reference);
      if (payment.status === "open" || payment.status === "authorized") payment.status = "cancelled";
      return this.state(reference);
    });
  }

  async refund(request: Parameters<PaymentProvider["refund"]>[0]) {
    return this.call<ProviderRefund>("refund", () => {
      const known = this.refundKeys.get(request.idempotencyKey);
      if (known) return { ok: true, value: { ...known } };
      const { payment } = this.session(request.reference);
      if (request.amount > leftOf(payment)) return refusedResult("more than was captured");
      const refund = this.addRefund(payment, request.amount, request.refundId);
      this.refundKeys.set(request.idempotencyKey, refund);
      return { ok: true, value: { ...refund } };
    });
  }

  async findPayment({ objectId }: { objectId: string }) {
    return this.call("findPayment", () => {
      const found = [...this.sessions.values()].find(
        ({ payment }) => payment.intentId === objectId || payment.sessionId === objectId,
      );
      if (!found) return { ok: true as const, value: null };
      const { key, intentId, amount, currency } = found.payment;
      return { ok: true as const, value: { key, intentId, amount, currency } };
    });
  }

  async listPayments({ after, limit }: { after: string | null; limit: number }) {
    // As with most providers, an attempt that nobody began to pay is not in the list.
    const begun = [...this.sessions.values()].filter(({ payment }) => payment.intentId !== null);
    const all = begun.map(({ payment }) => structuredClone(payment)).reverse();
    const from = after === null ? 0 : all.findIndex(({ intentId }) => intentId === after) + 1;
    const payments = all.slice(from, from + limit);
    return {
      ok: true as const,
      value: { payments, next: from + limit < all.length ? (payments.at(-1)?.intentId ?? null) : null },
    };
  }

  async readNotification() {
    return null;
  }

  /** What the buyer does on the provider's page. Null: the page is over. */
  act(sessionId: string, outcome: Outcome): string | null {
    const { payment } = this.session({ sessionId, intentId: null });
    if (payment.status !== "open" && payment.status !== "processing") return null;
    payment.intentId ??= `pi_${this.next()}`;
    payment.method = outcome === "authorize" ? "card" : "ideal";
    if (outcome === "decline") payment.failureReason = "insufficient_funds";
    if (outcome === "processing") payment.status = "processing";
    if (outcome === "authorize") payment.status = "authorized";
    if (outcome === "pay") {
      payment.status = "captured";
      payment.capturedAmount = payment.amount;
    }
    return payment.intentId;
  }

  refuseCapture(sessionId: string) {
    this.session({ sessionId, intentId: null }).isCaptureRefused = true;
  }

  /** Money, or the promise of it, that arrives whatever became of the page. */
  arriveLate(sessionId: string, status: "authorized" | "captured") {
    const { payment } = this.session({ sessionId, intentId: null });
    payment.intentId ??= `pi_${this.next()}`;
    payment.status = status;
    payment.method = status === "captured" ? "ideal" : "card";
    payment.capturedAmount = status === "captured" ? payment.amount : 0;
  }

  /** The bank's answer to a payment that it works on. */
  answerOfBank(sessionId: string, status: "captured" | "failed") {
    if (this.session({ sessionId, intentId: null }).payment.status !== "processing") return;
    if (status === "captured") this.arriveLate(sessionId, "captured");
    else Object.assign(this.session({ sessionId, intentId: null }).payment, { status, failureReason: "bank_refused" });
  }

  /** A refund made in the provider's dashboard; null where it is for more than is left. */
  refundInDashboard(sessionId: string, amount: number) {
    const { payment } = this.session({ sessionId, intentId: null });
    return amount > leftOf(payment) ? null : this.addRefund(payment, amount, null);
  }

  failRefund(sessionId: string, refundId: string) {
    const refund = this.session({ sessionId, intentId: null }).payment.refunds.find(({ id }) => id === refundId);
    if (refund) Object.assign(refund, { status: "failed", failureReason: "lost_or_stolen_card" });
  }

  dispute(sessionId: string) {
    const { payment } = this.session({ sessionId, intentId: null });
    payment.disputes.push({
      id: `du_${this.next()}`,
      amount: payment.amount,
      status: "needs_response",
      reason: "fraudulent",
      answerBy: null,
      openedAt: new Date(),
    });
  }

  private addRefund(payment: ProviderPayment, amount: number, refundId: number | null): ProviderRefund {
    const refund: ProviderRefund = {
      ...{ id: `re_${this.next()}`, refundId, amount, status: "succeeded", failureReason: null },
      createdAt: new Date(),
    };
    payment.refunds.push(refund);
    return refund;
  }

  private state(reference: ProviderReference): ProviderResult<ProviderPayment> {
    return { ok: true, value: structuredClone(this.session(reference).payment) };
  }

  private session({ sessionId }: ProviderReference): Session {
    const session = this.sessions.get(sessionId);
    if (!session) throw new Error(`no session ${sessionId}`);
    return session;
  }

  private async call<T>(method: string, act: () => ProviderResult<T>): Promise<ProviderResult<T>> {
    this.calls[method] = (this.calls[method] ?? 0) + 1;
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    const fault = this.fault(method);
    if (fault === "crash-before") throw new Crash();
    if (fault === "before") return lostResult;
    const result = act();
    if (fault === "crash-after") throw new Crash();
    return fault === "after" ? lostResult : result;
  }

  private next() {
    this.count += 1;
    return this.count;
  }
}

/** What was captured and not refunded. */
function leftOf({ capturedAmount, refunds }: ProviderPayment): number {
  return refunds.reduce((left, { status, amount }) => left - (status === "failed" ? 0 : amount), capturedAmount);
}

const lostResult = { ok: false, code: "UNAVAILABLE", reason: "timeout" } as const;
const refusedResult = (reason: string) => ({ ok: false, code: "REFUSED", reason }) as const;

function newPayment(sessionId: string, { key, amount, currency, createdAt }: CheckoutRequest): ProviderPayment {
  const { eventId, paymentId } = key;
  return {
    ...{ sessionId, intentId: null, key: { eventId, paymentId }, status: "open", amount, currency, capturedAmount: 0 },
    ...{ fee: null, feeCurrency: null, method: null, failureReason: null, captureBefore: null, createdAt },
    ...{ refunds: [], disputes: [] },
  };
}
