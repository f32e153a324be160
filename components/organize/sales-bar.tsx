import { RichText } from "@/components/ui/rich-text";
import { salesBar } from "@/texts/organizer";

type Sales = { capacity: number; sold: number; held: number; waiting: number };

/** Sold and held seats of the capacity, as a bar and as text. */
export function SalesBar({ capacity, sold, held, waiting }: Sales) {
  const share = (seats: number) => `${capacity === 0 ? 0 : Math.min(100, (seats / capacity) * 100)}%`;
  return (
    <div className="grid gap-1.5">
      <div aria-hidden="true" className="flex h-2.5 overflow-hidden rounded-full bg-sunken">
        <div className="bg-accent" style={{ width: share(sold) }} />
        <div className="bg-warning" style={{ width: share(held) }} />
      </div>
      <p className="flex flex-wrap gap-x-3 text-sm text-muted tabular-nums">
        <span>
          <RichText
            text={salesBar.sold(capacity)}
            values={{ sold: <strong className="font-semibold text-ink">{sold.toLocaleString("en-GB")}</strong> }}
          />
        </span>
        {held > 0 ? <span className="text-warning">{salesBar.held(held)}</span> : null}
        {waiting > 0 ? <span>{salesBar.waiting(waiting)}</span> : null}
      </p>
    </div>
  );
}
