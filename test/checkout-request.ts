import type { CheckoutRequest, ProviderResult } from "@/lib/payments/provider";

let count = 0;

/** A request of two tickets, with its own key. */
export function checkoutRequest(changed: Partial<CheckoutRequest> = {}): CheckoutRequest {
  count += 1;
  const createdAt = new Date(Math.floor(Date.now() / 1000) * 1000);
  return {
    key: { eventId: 7, paymentId: count },
    idempotencyKey: `payment-${count}-${createdAt.getTime()}`,
    amount: 4500,
    currency: "EUR",
    lines: [
      { name: "Stalls", quantity: 1, unitPrice: 2500 },
      { name: "Balcony", quantity: 2, unitPrice: 1000 },
    ],
    eventName: "Concert",
    buyerEmail: "ada@quorix.test",
    returnUrl: "http://localhost:3000/checkout/abc/paid?session={CHECKOUT_SESSION_ID}",
    cancelUrl: "http://localhost:3000/checkout/abc",
    createdAt,
    deadline: new Date(createdAt.getTime() + 15 * 60_000),
    ...changed,
  };
}

export function accepted<Value>(result: ProviderResult<Value>): Value {
  if (!result.ok) throw new Error(`${result.code}: ${result.reason}`);
  return result.value;
}
