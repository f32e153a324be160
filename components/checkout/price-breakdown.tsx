import { RichText } from "@/components/ui/rich-text";
import { formatPrice } from "@/lib/money/format";
import { priceBreakdown } from "@/texts/checkout";

type Item = { ticketTypeCode: string; name: string; quantity: number; unitPrice: number };

/** The price of each ticket type, and the total. */
export function PriceBreakdown({
  items,
  total,
  currency,
  isVoid = false,
}: {
  items: Item[];
  total: number;
  currency: string;
  /** Of a cancelled booking. */
  isVoid?: boolean;
}) {
  return (
    <dl className={`grid gap-2 ${isVoid ? "text-muted" : ""}`}>
      {items.map((item) => (
        <div key={item.ticketTypeCode} className="flex items-baseline justify-between gap-4">
          <dt className="min-w-0">
            <RichText text={priceBreakdown.item} values={{ quantity: item.quantity, type: <bdi>{item.name}</bdi> }} />
          </dt>
          <dd className="shrink-0 tabular-nums">{formatPrice(item.quantity * item.unitPrice, currency)}</dd>
        </div>
      ))}
      <div className="mt-1 flex items-baseline justify-between gap-4 border-t border-line pt-3 text-xl font-semibold">
        <dt>{priceBreakdown.total}</dt>
        <dd className={`tabular-nums ${isVoid ? "line-through" : ""}`}>{formatPrice(total, currency)}</dd>
      </div>
    </dl>
  );
}
