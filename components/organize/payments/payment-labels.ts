import type { BadgeTone } from "@/components/ui/badge";
import type { LedgerRow } from "@/lib/event-payments/ledger";
import { formatMoney } from "@/lib/money/format";
import { paymentMethods, paymentProviders, refundStatuses, venueRefundStatuses } from "@/texts/organizer-payments";

/** "Card", "iDEAL", or as the provider names it. */
export function paymentMethodLabel(method: string | null, provider: LedgerRow["provider"]): string {
  if (!method) return paymentProviders[provider];
  return Object.hasOwn(paymentMethods, method)
    ? paymentMethods[method as keyof typeof paymentMethods]
    : codeText(method);
}

/** A provider's code, such as `insufficient_funds`, as words. */
export const codeText = (code: string) => code.replaceAll("_", " ");

const refundTones = { created: "warning", pending: "warning", succeeded: "neutral", failed: "danger" } as const;

export function refundStatusLabel(
  status: keyof typeof refundStatuses,
  provider: LedgerRow["provider"],
): { tone: BadgeTone; text: string } {
  return { tone: refundTones[status], text: (provider === "venue" ? venueRefundStatuses : refundStatuses)[status] };
}

export function formatFee(fee: number | null, currency: string | null): string | null {
  return fee === null || currency === null ? null : formatMoney(fee, currency);
}
