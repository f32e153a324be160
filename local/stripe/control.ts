import type Stripe from "stripe";
import { type DisputeStatus, moveDispute, openDispute } from "./disputes";
import type { FaultInput, Faults, RefundFate, WebhookSettings } from "./faults";
import { answerBank, type Outcome, pay } from "./pay";
import { createRefund, endRefund } from "./refunds";
import type { Store } from "./store";
import type { StoredEvent } from "./tables";

/** Does what buyers, banks, the dashboard and the network do, for tests, drills and benches. */
export class StripeControl {
  constructor(
    private readonly store: Store,
    private readonly faults: Faults,
    /** What was called, such as "POST /v1/refunds". */
    readonly calls: string[],
  ) {}

  /** A buyer's try to pay on a page. */
  pay(sessionId: string, outcome: Outcome = "card", options?: { bankAnswersAfterMs?: number }) {
    return this.#commit(() => pay(this.store, sessionId, outcome, options));
  }

  answerBank(sessionId: string, outcome: "succeeds" | "fails") {
    return this.#commit(() => answerBank(this.store, sessionId, outcome));
  }

  /** A refund in the dashboard; of all that is left where no amount is given. */
  refund(intentId: string, amount?: number): Promise<Stripe.Refund> {
    const form = { payment_intent: intentId, ...(amount !== undefined && { amount: String(amount) }) };
    return this.#commit(() => createRefund(this.store, form, () => this.faults.takeRefundFate()));
  }

  endRefund(refundId: string, outcome: "succeeds" | "fails") {
    return this.#commit(() => endRefund(this.store, refundId, outcome));
  }

  openDispute(intentId: string, reason?: string) {
    return this.#commit(() => openDispute(this.store, intentId, reason));
  }

  moveDispute(disputeId: string, status: DisputeStatus) {
    return this.#commit(() => moveDispute(this.store, disputeId, status));
  }

  addFault(fault: FaultInput) {
    this.faults.add(fault);
  }

  setWebhooks(settings: Partial<WebhookSettings>) {
    this.faults.setWebhooks(settings);
  }

  setNextRefund(fate: RefundFate) {
    this.faults.nextRefund = fate;
  }

  clearFaults() {
    this.faults.clear();
  }

  events(): StoredEvent[] {
    return this.store.rows("events");
  }

  async #commit<Value>(change: () => Value): Promise<Value> {
    const value = change();
    await this.store.commit();
    return value;
  }
}
