import type Stripe from "stripe";
import { z } from "zod";
import { checkPrecision } from "./amounts";
import { invalid, missing, refused } from "./api-error";
import { emit } from "./events";
import type { RefundFate } from "./faults";
import { intentOf } from "./intents";
import { newRefund } from "./new-money";
import type { Store } from "./store";

const parameters = z.strictObject({
  payment_intent: z.string(),
  amount: z.string().regex(/^\d+$/).transform(Number).optional(),
  reason: z.enum(["duplicate", "fraudulent", "requested_by_customer"]).optional(),
  metadata: z.record(z.string().max(40), z.string().max(500)).optional(),
});

/** `POST /v1/refunds`, and a refund in the dashboard. */
export function createRefund(store: Store, form: unknown, takeFate: () => RefundFate | null): Stripe.Refund {
  const parsed = parameters.safeParse(form);
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error), "parameter_unknown");
  const given = parsed.data;
  const intent = intentOf(store, given.payment_intent);
  const charge = store.get("charges", String(intent.latest_charge));
  if (given.amount !== undefined) checkPrecision(given.amount, intent.currency, "amount");
  if (given.amount === 0) throw invalid("Invalid positive integer", "parameter_invalid_integer", "amount");
  if (!charge?.captured) throw refused("This PaymentIntent does not have a successful charge to refund.");
  if (charge.disputed) throw refused(`Charge ${charge.id} has been charged back.`, "charge_disputed");
  const left = charge.amount_captured - charge.amount_refunded;
  if (left === 0) throw refused(`Charge ${charge.id} has already been refunded.`, "charge_already_refunded");
  const amount = given.amount ?? left;
  if (amount > left) {
    throw refused(
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
      "amount_too_large",
    );
  }
  const fate = takeFate();
  const refund = newRefund(charge, {
    amount,
    metadata: given.metadata ?? {},
    reason: given.reason ?? null,
    status: fate ? "pending" : "succeeded",
  });
  store.put("refunds", refund.id, refund);
  const refunded = addRefunded(store, charge.id, amount);
  emit(store, "refund.created", refund);
  if (refunded) emit(store, "charge.refunded", refunded);
  if (fate) {
    const at = Date.now() + fate.afterMs;
    store.put("timers", `refund:${refund.id}`, { at, what: "end-refund", id: refund.id, outcome: fate.outcome });
  }
  return refund;
}

export function refundOf(store: Store, id: string): Stripe.Refund {
  const refund = store.get("refunds", id);
  if (!refund) throw missing("refund", id);
  return refund;
}

/** A bank has made a refund or sent it back. Also one that had succeeded can be sent back. */
export function endRefund(store: Store, id: string, outcome: "succeeds" | "fails"): Stripe.Refund {
  const refund = refundOf(store, id);
  if (refund.status === "failed") return refund;
  const ended: Stripe.Refund =
    outcome === "succeeds"
      ? { ...refund, status: "succeeded" }
      : { ...refund, status: "failed", failure_reason: "expired_or_canceled_card" };
  store.put("refunds", id, ended);
  store.put("timers", `refund:${id}`, null);
  if (outcome === "fails") addRefunded(store, String(refund.charge), -refund.amount);
  emit(store, outcome === "succeeds" ? "refund.updated" : "refund.failed", ended);
  return ended;
}

function addRefunded(store: Store, chargeId: string, amount: number): Stripe.Charge | undefined {
  const charge = store.get("charges", chargeId);
  if (!charge) return undefined;
  const total = charge.amount_refunded + amount;
  const changed = { ...charge, amount_refunded: total, refunded: total === charge.amount_captured };
  store.put("charges", chargeId, changed);
  return changed;
}
