import { DateTime } from "@/components/time/date-time";
import { RichText } from "@/components/ui/rich-text";
import type { BookingRefund } from "@/lib/booking/payment-state";
import { formatMoney } from "@/lib/money/format";
import { bookingPayment } from "@/texts/paying";

/** The refunds of a booking, each with its state. */
export function RefundList({
  refunds,
  currency,
  timeZone,
}: {
  refunds: BookingRefund[];
  currency: string;
  timeZone: string;
}) {
  return (
    <ul className="grid gap-2">
      {refunds.map((refund) => {
        const { text, at } = refundState(refund, formatMoney(refund.amount, currency));
        return (
          <li key={`${refund.createdAt.getTime()} ${refund.reason} ${refund.amount}`} className="text-pretty">
            <RichText text={text} values={{ date: <DateTime start={at} timeZone={timeZone} style="short" /> }} />
          </li>
        );
      })}
    </ul>
  );
}

function refundState({ provider, status, createdAt, succeededAt, failedAt }: BookingRefund, amount: string) {
  const { refund } = bookingPayment;
  const isInPerson = provider === "venue";
  if (status === "failed") return { text: refund.failed(amount), at: failedAt ?? createdAt };
  if (status === "succeeded") {
    return { text: isInPerson ? refund.venueDone(amount) : refund.succeeded(amount), at: succeededAt ?? createdAt };
  }
  if (isInPerson) return { text: refund.venue(amount), at: createdAt };
  return { text: refund[status](amount), at: createdAt };
}
