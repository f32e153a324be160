import { siteUrl } from "@/lib/site-url";
import type { CheckoutPage, PaymentProvider, ProviderPayment, ProviderResult } from "./provider";
import { type PaymentRow, readPaymentLines, storeCheckoutPage } from "./rows";

/**
 * The provider's page of an attempt: stored, or made. A call whose answer was lost is repeated with the same key and the
 * same content, and so finds the page that it made.
 */
export async function openCheckoutPage(
  provider: PaymentProvider,
  row: PaymentRow,
): Promise<ProviderResult<CheckoutPage>> {
  if (row.sessionId && row.checkoutUrl) {
    return { ok: true, value: { sessionId: row.sessionId, url: row.checkoutUrl } };
  }
  const page = await provider.openCheckout({
    key: row,
    idempotencyKey: row.idempotencyKey,
    amount: row.amount,
    currency: row.currency,
    lines: await readPaymentLines(row.bookingId),
    eventName: row.eventName,
    buyerEmail: row.buyerEmail,
    returnUrl: `${siteUrl()}/checkout/${row.reference}/return`,
    cancelUrl: `${siteUrl()}/checkout/${row.reference}?payment=left`,
    createdAt: row.createdAt,
    deadline: row.expiresAt ?? row.createdAt,
  });
  return page.ok ? { ok: true, value: await storeCheckoutPage(row, page.value) } : page;
}

/** The provider's state of an attempt. An attempt whose page was refused was never shown to anybody, so it is over. */
export async function readProviderState(
  provider: PaymentProvider,
  row: PaymentRow,
): Promise<ProviderResult<ProviderPayment>> {
  const page = await openCheckoutPage(provider, row);
  if (page.ok) return provider.readPayment({ sessionId: page.value.sessionId, intentId: row.intentId });
  return page.code === "REFUSED" ? { ok: true, value: neverOpened(row, page.reason) } : page;
}

function neverOpened(row: PaymentRow, failureReason: string): ProviderPayment {
  const { amount, currency, createdAt } = row;
  const unknown = { fee: null, feeCurrency: null, method: null, captureBefore: null };
  return {
    ...{
      sessionId: null,
      intentId: null,
      key: row,
      status: "cancelled",
      amount,
      currency,
      capturedAmount: 0,
      createdAt,
    },
    ...{ ...unknown, failureReason, refunds: [], disputes: [] },
  };
}
