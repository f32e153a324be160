import type Stripe from "stripe";
import { newId, now } from "./store";

export type Method = "card" | "ideal";

const CAPTURE_WITHIN_S = 7 * 24 * 60 * 60;

function cardDetails(amount: number): Stripe.Charge.PaymentMethodDetails.Card {
  return {
    amount_authorized: amount,
    authorization_code: "123456",
    brand: "visa",
    capture_before: now() + CAPTURE_WITHIN_S,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
    country: "US",
    electronic_commerce_indicator: null,
    exp_month: 12,
    exp_year: new Date().getUTCFullYear() + 1,
    funding: "credit",
    installments: null,
    last4: "4242",
    mandate: null,
    network: "visa",
    network_transaction_id: null,
    regulated_status: "unregulated",
    three_d_secure: null,
    transaction_link_id: null,
    wallet: null,
  };
}

function detailsOf(method: Method, amount: number): Stripe.Charge.PaymentMethodDetails {
  if (method === "card") return { type: "card", card: cardDetails(amount) };
  const bank = { bank: "ing" as const, bic: "INGBNL2A" as const, iban_last4: "4200", verified_name: "Test Buyer" };
  return {
    type: "ideal",
    ideal: { ...bank, generated_sepa_debit: null, generated_sepa_debit_mandate: null, transaction_id: newId("ideal") },
  };
}

/** A charge of an intent: reserved, pending at a bank, or failed. Capturing it is another step. */
export function newCharge(
  intent: Stripe.PaymentIntent,
  method: Method,
  given: Pick<Stripe.Charge, "status" | "failure_code">,
): Stripe.Charge {
  return {
    id: newId(method === "card" ? "ch" : "py"),
    object: "charge",
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: null,
    captured: false,
    created: now(),
    currency: intent.currency,
    customer: null,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: null,
    paid: given.status === "succeeded",
    payment_intent: intent.id,
    payment_method: newId("pm"),
    payment_method_details: detailsOf(method, intent.amount),
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    transfer_data: null,
    transfer_group: null,
    ...given,
  };
}
