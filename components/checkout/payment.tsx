import { Banknote, Gift } from "lucide-react";
import { formatMoney } from "@/lib/money/format";
import { payment } from "@/texts/checkout";

/** How a booking is paid. The only part of the checkout that knows about payment. */
export function Payment({ amount, currency }: { amount: number; currency: string }) {
  const isFree = amount === 0;
  const Icon = isFree ? Gift : Banknote;
  return (
    <div className="flex items-start gap-4 rounded-control bg-sunken p-4">
      <Icon aria-hidden="true" className="mt-0.5 size-6 shrink-0 text-accent" />
      <div>
        <p className="font-semibold">{isFree ? payment.freeTitle : payment.venueTitle}</p>
        <p className="text-muted text-pretty">
          {isFree ? payment.freeText : payment.venueText(formatMoney(amount, currency))}
        </p>
      </div>
    </div>
  );
}
