import Stripe from "stripe";
import type { ProviderResult } from "./provider";

/** Thrown where a call is not even made, as its answer is known. */
export class Refusal extends Error {
  override name = "Refusal";
}

type Failure = Extract<ProviderResult<never>, { ok: false }>;

/**
 * Only what Stripe says about this very request is a refusal. A wrong key, a missing right and a reused idempotency key
 * say nothing about the payment, which may exist.
 */
function isRefusal(error: Stripe.errors.StripeError): boolean {
  if (error.statusCode === 409) return false;
  return error instanceof Stripe.errors.StripeInvalidRequestError || error instanceof Stripe.errors.StripeCardError;
}

/** What a failed call means. Throws what is neither Stripe's nor the network's: a bug. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Refusal) return { ok: false, code: "REFUSED", reason: error.message };
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  const reason = error.decline_code ?? error.code ?? error.rawType ?? error.type;
  return { ok: false, code: isRefusal(error) ? "REFUSED" : "UNAVAILABLE", reason };
}

export async function attempt<Value>(call: () => Promise<Value>): Promise<ProviderResult<Value>> {
  try {
    return { ok: true, value: await call() };
  } catch (error) {
    return failureOf(error);
  }
}

export const isMissing = (error: unknown) =>
  error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing";

/** An answer that Stripe itself failed, and not a connection that broke. */
export const isInternal = (error: unknown) =>
  error instanceof Stripe.errors.StripeError && error.statusCode !== undefined && error.statusCode >= 500;
