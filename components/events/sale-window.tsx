import { DateTime } from "@/components/time/date-time";
import { RichText } from "@/components/ui/rich-text";
import type { PanelTicketType } from "@/lib/events/ticket-panel-event";
import { saleWindow } from "@/texts/events";

/** When a ticket type is sold, if it has a sale window of its own. */
export function SaleWindow({
  type: { salesStartAt, salesEndAt },
  timeZone,
  className,
}: {
  type: PanelTicketType;
  timeZone: string;
  className: string;
}) {
  if (!salesStartAt && !salesEndAt) return null;
  const text = salesStartAt ? (salesEndAt ? saleWindow.between : saleWindow.from) : saleWindow.until;
  return (
    <p className={className}>
      <RichText
        text={text}
        values={{
          start: salesStartAt ? <DateTime start={new Date(salesStartAt)} timeZone={timeZone} /> : null,
          end: salesEndAt ? <DateTime start={new Date(salesEndAt)} timeZone={timeZone} /> : null,
        }}
      />
    </p>
  );
}
