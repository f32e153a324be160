import type Stripe from "stripe";
import type { ProviderNotification, ProviderPayment, ProviderReference } from "./provider";
import { Refusal } from "./stripe-errors";
import { chargeOf, type Found, statusOf, toPayment } from "./stripe-state";

const PAGE_SIZE = 100;
const intentParts = ["latest_charge.balance_transaction"];
const parts = (prefix: string) => intentParts.map((part) => `${prefix}.${part}`);

/** Reads an attempt: its page, and its intent with the charge and the fee. */
export async function findAttempt(stripe: Stripe, reference: ProviderReference): Promise<Found> {
  const { intentId } = reference;
  const sessionId = reference.sessionId || (intentId && (await findSessionId(stripe, intentId)));
  if (sessionId) {
    const session = await stripe.checkout.sessions.retrieve(sessionId, { expand: parts("payment_intent") });
    const intent = session.payment_intent;
    return { session, intent: typeof intent === "object" ? intent : null };
  }
  if (!intentId) throw new Refusal("no_payment");
  return { session: null, intent: await stripe.paymentIntents.retrieve(intentId, { expand: intentParts }) };
}

async function findSessionId(stripe: Stripe, intentId: string): Promise<string | undefined> {
  const page = await stripe.checkout.sessions.list({ payment_intent: intentId, limit: 1 });
  return page.data[0]?.id;
}

/** The state of an attempt that was found, with its refunds and disputes, which are read where there can be any. */
export async function readState(stripe: Stripe, found: Found): Promise<ProviderPayment> {
  const { intent } = found;
  const charge = chargeOf(intent);
  const isPaid = intent !== null && statusOf(found) === "captured";
  // A list is a stream that goes on where it stopped, so it is asked for anew each time.
  const refunds = isPaid ? await listRefunds(stripe, intent.id) : [];
  const disputes: Stripe.Dispute[] = [];
  if (isPaid && charge?.disputed) {
    for await (const dispute of stripe.disputes.list({ payment_intent: intent.id, limit: PAGE_SIZE })) {
      disputes.push(dispute);
    }
  }
  return toPayment(found, refunds, disputes);
}

export async function listRefunds(stripe: Stripe, intentId: string): Promise<Stripe.Refund[]> {
  const refunds: Stripe.Refund[] = [];
  for await (const refund of stripe.refunds.list({ payment_intent: intentId, limit: PAGE_SIZE })) refunds.push(refund);
  return refunds;
}

/** A page of the account's payments, newest first. */
export async function listPayments(stripe: Stripe, page: { since: Date; after: string | null; limit: number }) {
  const list = await stripe.paymentIntents.list({
    limit: page.limit,
    created: { gte: Math.floor(page.since.getTime() / 1000) },
    ...(page.after ? { starting_after: page.after } : {}),
    expand: parts("data"),
  });
  const payments: ProviderPayment[] = [];
  // One after another: the account's limit of requests per second is also that of people who are paying.
  for (const intent of list.data) payments.push(await readState(stripe, { session: null, intent }));
  return { payments, next: list.has_more ? (list.data.at(-1)?.id ?? null) : null };
}

type Expanded = { payment_intent?: string | Stripe.PaymentIntent | null };

/** The page or intent behind an object that a notification names; null where it is of another kind. */
export async function findBehind(
  stripe: Stripe,
  { objectId, objectKind }: Pick<ProviderNotification, "objectId" | "objectKind">,
): Promise<Found | null> {
  const expand = ["payment_intent"];
  const intentOf = ({ payment_intent: intent }: Expanded) => (intent && typeof intent === "object" ? intent : null);
  const behind = (object: Expanded): Found => ({ session: null, intent: intentOf(object) });
  switch (objectKind) {
    case "checkout.session": {
      const session = await stripe.checkout.sessions.retrieve(objectId, { expand });
      return { session, intent: intentOf(session) };
    }
    case "payment_intent":
      return { session: null, intent: await stripe.paymentIntents.retrieve(objectId) };
    case "charge":
      return behind(await stripe.charges.retrieve(objectId, { expand }));
    case "refund":
      return behind(await stripe.refunds.retrieve(objectId, { expand }));
    case "dispute":
      return behind(await stripe.disputes.retrieve(objectId, { expand }));
    default:
      return null;
  }
}
