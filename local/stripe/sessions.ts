import type Stripe from "stripe";
import { z } from "zod";
import { checkCharge } from "./amounts";
import { invalid, missing, refused } from "./api-error";
import { emit } from "./events";
import { newIntent } from "./new-intent";
import { newSession } from "./new-session";
import { newId, now, type Store } from "./store";

const whole = z.string().regex(/^\d+$/).transform(Number);
const metadata = z.record(z.string().max(40), z.string().max(500));
const address = z.url({ protocol: /^https?$/ });

// Strict: a parameter that is not carried out here must not be ignored in silence.
const parameters = z.strictObject({
  mode: z.literal("payment"),
  submit_type: z.enum(["auto", "book", "donate", "pay"]).optional(),
  client_reference_id: z.string().max(200).optional(),
  customer_email: z.email().optional(),
  line_items: z
    .array(
      z.strictObject({
        quantity: whole.refine((quantity) => quantity > 0),
        price_data: z.strictObject({
          currency: z.string(),
          unit_amount: whole,
          product_data: z.strictObject({ name: z.string().min(1) }),
        }),
      }),
    )
    .min(1)
    .max(100),
  adaptive_pricing: z.strictObject({ enabled: z.literal("false") }).optional(),
  allowed_payment_method_types: z.array(z.string()).min(1).optional(),
  payment_method_options: z
    .record(
      z.string(),
      z.strictObject({ capture_method: z.literal("manual").optional(), client: z.literal("web").optional() }),
    )
    .optional(),
  payment_intent_data: z.strictObject({ description: z.string().optional(), metadata: metadata.optional() }).optional(),
  metadata: metadata.optional(),
  success_url: address,
  cancel_url: address.optional(),
  expires_at: whole.optional(),
});

const MINUTE_S = 60;
const DAY_S = 24 * 60 * MINUTE_S;

function parse(form: unknown) {
  const parsed = parameters.safeParse(form);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === "unrecognized_keys";
  const path = [...(issue?.path ?? []), ...(unknown ? issue.keys.slice(0, 1) : [])].join(".");
  if (unknown) throw invalid(`Received unknown parameter: ${path}`, "parameter_unknown", path);
  throw invalid(`Invalid ${path}: ${issue?.message}`, "parameter_missing", path);
}

/** `POST /v1/checkout/sessions` */
export function createSession(store: Store, form: unknown, baseUrl: string): Stripe.Checkout.Session {
  const given = parse(form);
  const currencies = new Set(given.line_items.map(({ price_data }) => price_data.currency));
  const [currency = ""] = currencies;
  if (currencies.size !== 1) throw invalid("All line items have to be in one currency.");
  const lines = given.line_items.map(({ quantity, price_data: { product_data, unit_amount } }) => ({
    ...{ name: product_data.name, quantity },
    amount: quantity * unit_amount,
  }));
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  checkCharge(total, currency);
  const created = now();
  const expiresAt = given.expires_at ?? created + DAY_S;
  if (expiresAt < created + 30 * MINUTE_S || expiresAt > created + DAY_S) {
    const message =
      "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.";
    throw invalid(message, undefined, "expires_at");
  }
  const id = newId("cs_test");
  const session = newSession({
    ...{ id, url: `${baseUrl}/pay/${id}`, created, expires_at: expiresAt, amount_total: total, currency },
    customer_email: given.customer_email ?? null,
    client_reference_id: given.client_reference_id ?? null,
    metadata: given.metadata ?? {},
    success_url: given.success_url,
    cancel_url: given.cancel_url ?? null,
    submit_type: given.submit_type ?? null,
    allowed_payment_method_types: given.allowed_payment_method_types ?? null,
  });
  store.put("sessions", id, session);
  store.put("checkouts", id, {
    lines,
    description: given.payment_intent_data?.description ?? null,
    intentMetadata: given.payment_intent_data?.metadata ?? {},
    manual: Object.entries(given.payment_method_options ?? {}).flatMap(([name, options]) =>
      options.capture_method === "manual" ? [name] : [],
    ),
    fate: "none",
  });
  store.put("timers", `expire:${id}`, { at: expiresAt * 1000, what: "expire-session", id });
  return session;
}

export function sessionOf(store: Store, id: string): Stripe.Checkout.Session {
  const session = store.get("sessions", id);
  if (!session) throw missing("checkout.session", id);
  return session;
}

/** `POST /v1/checkout/sessions/:id/expire`, and what happens by itself when its time has passed. */
export function expireSession(store: Store, id: string): Stripe.Checkout.Session {
  const session = sessionOf(store, id);
  if (session.status !== "open") {
    throw refused('Only Checkout Sessions with a status in ["open"] can be expired.');
  }
  const expired = { ...session, status: "expired" as const, url: null };
  store.put("sessions", id, expired);
  store.put("timers", `expire:${id}`, null);
  emit(store, "checkout.session.expired", expired);
  const intent = store.get("intents", String(session.payment_intent));
  if (intent) {
    const cancelled = {
      ...intent,
      status: "canceled" as const,
      canceled_at: now(),
      cancellation_reason: "abandoned" as const,
    };
    store.put("intents", intent.id, cancelled);
    emit(store, "payment_intent.canceled", cancelled);
  }
  return expired;
}

/** The intent of an open page, which begins with the first try to pay. */
export function intentOfSession(store: Store, session: Stripe.Checkout.Session): Stripe.PaymentIntent {
  const known = store.get("intents", String(session.payment_intent));
  if (known) return known;
  const checkout = store.get("checkouts", session.id);
  const intent = newIntent({
    amount: session.amount_total ?? 0,
    currency: session.currency ?? "",
    description: checkout?.description ?? null,
    metadata: checkout?.intentMetadata ?? {},
  });
  store.put("intents", intent.id, intent);
  store.put("sessions", session.id, { ...session, payment_intent: intent.id });
  emit(store, "payment_intent.created", intent);
  return intent;
}

/** The page of an intent. */
export function sessionOfIntent(store: Store, intentId: string): Stripe.Checkout.Session | undefined {
  return store.ofIntent("sessions", intentId)[0];
}
