import { randomUUID } from "node:crypto";
import type Stripe from "stripe";
import type { ProviderReference } from "./provider";
import { findAttempt } from "./stripe-look-up";
import { type Found, statusOf } from "./stripe-state";

/**
 * Ends an attempt: closes its page and, if told so, releases its authorization. Both are harmless to repeat, and a fresh
 * key makes Stripe do it anew where it would repeat an earlier error.
 */
export async function endAttempt(
  stripe: Stripe,
  reference: ProviderReference,
  { isReleased }: { isReleased: boolean },
): Promise<Found> {
  let found = await findAttempt(stripe, reference);
  let failure: unknown = null;
  const end = async (call: (options: Stripe.RequestOptions) => Promise<unknown>) => {
    try {
      await call({ idempotencyKey: randomUUID() });
    } catch (error) {
      // The buyer may have paid meanwhile: what counts is what is found now.
      failure = error;
    }
    found = await findAttempt(stripe, reference);
  };
  const { session } = found;
  if (session && statusOf(found) === "open") {
    await end((options) => stripe.checkout.sessions.expire(session.id, {}, options));
  }
  const { intent } = found;
  const isReserved = isReleased && statusOf(found) === "authorized";
  if (intent && (isReserved || (!found.session && statusOf(found) === "open"))) {
    failure = null;
    await end((options) => stripe.paymentIntents.cancel(intent.id, {}, options));
  }
  const isEnded = statusOf(found) !== "open" && !(isReleased && statusOf(found) === "authorized");
  if (failure && !isEnded) throw failure;
  return found;
}
