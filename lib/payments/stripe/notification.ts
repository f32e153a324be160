import Stripe from "stripe";
import type { ProviderNotification } from "@/lib/payments/provider";

const TOLERANCE_S = 300;

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
  try {
    const event = await Stripe.webhooks.constructEventAsync(body, signature, secret, TOLERANCE_S);
    const object: { id?: string; object?: string } = event.data.object;
    return {
      id: event.id,
      type: event.type,
      // Some objects have none, as the account's balance.
      objectId: object.id ?? "",
      objectKind: object.object ?? "",
      createdAt: new Date(event.created * 1000),
    };
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return null;
    // Signed by Stripe, and yet not an event of the kind that we asked for.
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}
