import { Banknote, CreditCard, Gift } from "lucide-react";
import { formatMoney } from "@/lib/money/format";
import { payment } from "@/texts/checkout";
import { onlinePayment } from "@/texts/paying";

/** How a booking that has not been paid for yet is paid. */
export function Payment({ amount, currency, isOnline }: { amount: number; currency: string; isOnline: boolean }) {
  const price = formatMoney(amount, currency);
  const { Icon, title, text } =
    amount === 0
      ? { Icon: Gift, title: payment.freeTitle, text: payment.freeText }
      : isOnline
        ? { Icon: CreditCard, title: onlinePayment.title, text: onlinePayment.text(price) }
        : { Icon: Banknote, title: payment.venueTitle, text: payment.venueText(price) };
  return (
    <div className="flex items-start gap-4 rounded-control bg-sunken p-4">
      <Icon aria-hidden="true" className="mt-0.5 size-6 shrink-0 text-accent" />
      <div>
        <p className="font-semibold">{title}</p>
        <p className="text-muted text-pretty">{text}</p>
      </div>
    </div>
  );
}
