import { DateTime } from "@/components/time/date-time";
import { Alert } from "@/components/ui/alert";
import { RichText } from "@/components/ui/rich-text";
import type { PaymentState } from "@/lib/booking/payment-state";
import { declineReason } from "@/lib/checkout/payment-messages";
import { paymentNotice } from "@/texts/paying";

/** What became of the last attempt to pay for a hold, which still runs. */
export function PaymentNotice({
  payment,
  isBegun,
  expiresAt,
  timeZone,
}: {
  payment: PaymentState;
  /** The attempt may be open in another tab. */
  isBegun: boolean;
  expiresAt: Date;
  timeZone: string;
}) {
  if (!payment.unpaid) return null;
  const why = declineReason(payment);
  if (isBegun && !why) {
    return (
      <Alert tone="info" title={paymentNotice.begun.title}>
        {paymentNotice.begun.text}
      </Alert>
    );
  }
  const { title, text } = why ? paymentNotice.declined : paymentNotice.left;
  return (
    <Alert tone="warning" title={title}>
      <RichText text={text} values={{ why, until: <DateTime start={expiresAt} timeZone={timeZone} style="time" /> }} />
    </Alert>
  );
}
