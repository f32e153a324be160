import { expect, test } from "vitest";
import { checkoutRequest } from "@/test/checkout-request";
import { checkoutParameters } from "./stripe-checkout";
import { allowedMethods, methodOptions } from "./stripe-methods";

const minutes = (count: number) => count * 60_000;
const createdAt = new Date("2027-05-01T10:00:00.900Z");
const openFor = (milliseconds: number) => {
  const deadline = new Date(createdAt.getTime() + milliseconds);
  const { expires_at: at = 0 } = checkoutParameters(checkoutRequest({ createdAt, deadline }));
  return at - Math.floor(createdAt.getTime() / 1000);
};

test("the page closes at the deadline, within what Stripe allows", () => {
  expect(openFor(minutes(10))).toBe(31 * 60);
  expect(openFor(minutes(45))).toBe(45 * 60);
  expect(openFor(minutes(60 * 48))).toBe(24 * 60 * 60 - 60);
});

test("the same request has the same parameters, and its ids are everywhere", () => {
  const request = checkoutRequest({ key: { eventId: 3, paymentId: 14 } });
  const parameters = checkoutParameters(request);
  expect(checkoutParameters(structuredClone(request))).toEqual(parameters);
  const metadata = { quorix_event: "3", quorix_payment: "14" };
  expect(parameters).toMatchObject({ metadata, payment_intent_data: { metadata }, client_reference_id: "3-14" });
});

test("long names are cut between characters", () => {
  const lines = [{ name: "🎻".repeat(300), quantity: 1, unitPrice: 4500 }];
  const [line] = checkoutParameters(checkoutRequest({ lines })).line_items ?? [];
  expect(line?.price_data?.product_data?.name).toBe("🎻".repeat(250));
});

test("methods that take days are left out, and those that can reserve do", () => {
  for (const slow of ["sepa_debit", "us_bank_account", "boleto", "konbini", "oxxo", "multibanco", "customer_balance"]) {
    expect(allowedMethods).not.toContain(slow);
  }
  expect(methodOptions).toMatchObject({ card: { capture_method: "manual" }, paypal: { capture_method: "manual" } });
  for (const method of Object.keys(methodOptions)) expect(allowedMethods).toContain(method);
  expect(methodOptions).not.toHaveProperty("ideal");
});
