import Stripe from "stripe";
import { z } from "zod";
import type { ProviderNotification } from "./provider";

const TOLERANCE_S = 300;

const signedEvent = z.object({
  id: z.string(),
  type: z.string(),
  created: z.number(),
  data: z.object({ object: z.object({ id: z.string().optional(), object: z.string().optional() }) }),
});

/** Reads a notification that one of the secrets has signed: while a secret is replaced there are two. */
export async function readStripeNotification(
  secrets: readonly string[],
  body: Uint8Array,
  headers: Headers,
): Promise<ProviderNotification | null> {
  const signature = headers.get("stripe-signature");
  if (!signature) return null;
  for (const secret of secrets) {
    const event = await readSigned(body, signature, secret);
    if (event) return event;
  }
  return null;
}

async function readSigned(body: Uint8Array, signature: string, secret: string): Promise<ProviderNotification | null> {
  const event = await Stripe.webhooks
    .constructEventAsync(body, signature, secret, TOLERANCE_S)
    // Anybody may post here, and the SDK has more ways to fail than its own error, as for a signature of no length.
    .catch(() => null);
  const parsed = signedEvent.safeParse(event);
  if (!parsed.success) return null;
  const { id, type, created, data } = parsed.data;
  // Some objects have no id, as the account's balance.
  const { id: objectId = "", object: objectKind = "" } = data.object;
  return { id, type, objectId, objectKind, createdAt: new Date(created * 1000) };
}
