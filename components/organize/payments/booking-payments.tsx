import type { ReactNode } from "react";
import { DateTime } from "@/components/time/date-time";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { RichText } from "@/components/ui/rich-text";
import {
  askProviderAction,
  markHandedBackAction,
  recordPaymentAction,
  retryRefundAction,
} from "@/lib/event-payments/actions";
import type { BookingPayments } from "@/lib/event-payments/booking-payments";
import { formatMoney } from "@/lib/money/format";
import type { ActionFailure } from "@/lib/requests/result";
import {
  bookingPaymentsSection,
  disputeStatuses,
  paymentButtons,
  paymentStatuses,
  refundReasons,
} from "@/texts/organizer-payments";
import { PaymentActionForm } from "./payment-action-form";
import { codeText, formatFee, paymentMethodLabel, refundStatusLabel } from "./payment-labels";
import { RefundForm } from "./refund-form";

type Props = {
  event: { slug: string; timeZone: string };
  booking: { reference: string; totalPrice: number; currency: string; money: BookingPayments };
  mayManage: boolean;
  /** For the form that refunds. */
  newKey: string;
  left: ActionFailure | null;
};

const paymentTones: Record<keyof typeof paymentStatuses, BadgeTone> = {
  created: "warning",
  authorized: "warning",
  captured: "positive",
  failed: "danger",
  cancelled: "neutral",
};

/** What was paid for a booking and given back, and what the team can do about it. */
export function BookingPaymentsSection({ event, booking, mayManage, newKey, left }: Props) {
  const { money, currency, reference, totalPrice } = booking;
  const { payments, refunds, disputes } = money;
  const fields = { slug: event.slug, reference };
  const isEmpty = payments.length === 0;
  if (isEmpty && totalPrice === 0) return null;
  return (
    <section aria-labelledby="payments-title" className="grid gap-4">
      <h2 id="payments-title" className="text-2xl">
        {bookingPaymentsSection.title}
      </h2>
      {isEmpty ? (
        <p className="text-muted">{bookingPaymentsSection.none}</p>
      ) : (
        <ul className="rounded-card border border-line bg-surface">
          {payments.map((payment) => (
            <Entry
              key={payment.payment}
              title={bookingPaymentsSection.paid}
              amount={formatMoney(payment.capturedAmount || payment.amount, payment.currency)}
              badge={<Badge tone={paymentTones[payment.status]}>{paymentStatuses[payment.status]}</Badge>}
              at={payment.capturedAt ?? payment.endedAt ?? payment.createdAt}
              timeZone={event.timeZone}
              details={[
                paymentMethodLabel(payment.method, payment.provider),
                payment.failureReason && payment.status !== "captured" ? codeText(payment.failureReason) : null,
                payment.fee ? bookingPaymentsSection.fee(formatFee(payment.fee, payment.feeCurrency) ?? "") : null,
              ]}
              person={payment.recordedBy && { text: bookingPaymentsSection.recordedBy, name: payment.recordedBy }}
              reference={payment.reference}
            />
          ))}
          {refunds.map((refund) => {
            const status = refundStatusLabel(refund.status, refund.provider);
            const isFailed = refund.status === "failed" && refund.reviewedAt === null;
            const isToHandBack = refund.provider === "venue" && refund.status === "created";
            return (
              <Entry
                key={refund.refund}
                title={bookingPaymentsSection.refund}
                amount={formatMoney(refund.amount, refund.currency)}
                badge={<Badge tone={status.tone}>{status.text}</Badge>}
                at={refund.failedAt ?? refund.succeededAt ?? refund.createdAt}
                timeZone={event.timeZone}
                details={[
                  refundReasons[refund.reason],
                  refund.note ? `“${refund.note}”` : null,
                  refund.failureReason ? codeText(refund.failureReason) : null,
                ]}
                person={refund.requestedBy && { text: bookingPaymentsSection.requestedBy, name: refund.requestedBy }}
                reference={refund.reference}
              >
                {mayManage && isFailed ? (
                  <PaymentActionForm action={retryRefundAction} fields={{ ...fields, refund: refund.refund }}>
                    {paymentButtons.retry}
                  </PaymentActionForm>
                ) : null}
                {mayManage && isToHandBack ? (
                  <PaymentActionForm action={markHandedBackAction} fields={{ ...fields, refund: refund.refund }}>
                    {paymentButtons.handBack}
                  </PaymentActionForm>
                ) : null}
              </Entry>
            );
          })}
          {disputes.map((dispute) => (
            <Entry
              key={dispute.reference}
              title={bookingPaymentsSection.dispute}
              amount={formatMoney(dispute.amount, currency)}
              badge={
                <Badge tone={dispute.status === "won" ? "neutral" : "danger"}>{disputeStatuses[dispute.status]}</Badge>
              }
              at={dispute.closedAt ?? dispute.openedAt}
              timeZone={event.timeZone}
              details={[codeText(dispute.reason)]}
              reference={dispute.reference}
            >
              {dispute.answerBy && dispute.closedAt === null ? (
                <p className="font-semibold">
                  <RichText
                    text={bookingPaymentsSection.answerBy}
                    values={{ date: <DateTime start={dispute.answerBy} timeZone={event.timeZone} /> }}
                  />
                </p>
              ) : null}
            </Entry>
          ))}
        </ul>
      )}
      {money.left > 0 ? <p>{bookingPaymentsSection.left(formatMoney(money.left, currency))}</p> : null}
      {money.due > 0 ? <p>{bookingPaymentsSection.due(formatMoney(money.due, currency))}</p> : null}
      {mayManage ? (
        <div className="flex flex-wrap items-start gap-3">
          {money.due > 0 ? (
            <PaymentActionForm action={recordPaymentAction} fields={fields} variant="primary">
              {paymentButtons.record(formatMoney(money.due, currency))}
            </PaymentActionForm>
          ) : null}
          {money.hasProvider ? (
            <PaymentActionForm action={askProviderAction} fields={fields} variant="ghost">
              {paymentButtons.ask}
            </PaymentActionForm>
          ) : null}
        </div>
      ) : null}
      {mayManage && money.left > 0 ? (
        <RefundForm
          key={money.left}
          slug={event.slug}
          reference={reference}
          left={money.left}
          currency={currency}
          newKey={newKey}
          posted={left?.values?.how === undefined ? null : left}
        />
      ) : null}
    </section>
  );
}

function Entry({
  title,
  amount,
  badge,
  at,
  timeZone,
  details,
  person,
  reference,
  children,
}: {
  title: string;
  amount: string;
  badge: ReactNode;
  at: Date;
  timeZone: string;
  details: (string | null)[];
  /** Who did it; `text` has `{name}`. */
  person?: { text: string; name: string } | "" | null;
  reference: string | null;
  children?: ReactNode;
}) {
  return (
    <li className="grid gap-2 border-b border-line p-4 last:border-0 sm:px-5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <p className="font-semibold tabular-nums">
          <span>{title}</span>
          <span>{` · ${amount}`}</span>
        </p>
        {badge}
      </div>
      <p className="text-sm text-muted wrap-anywhere">
        <DateTime start={at} timeZone={timeZone} style="short" />
        {details.map((detail) =>
          detail ? (
            <span key={detail}>
              {" · "}
              <bdi>{detail}</bdi>
            </span>
          ) : null,
        )}
      </p>
      {person ? (
        <p className="text-sm text-muted">
          <RichText text={person.text} values={{ name: <bdi translate="no">{person.name}</bdi> }} />
        </p>
      ) : null}
      {reference ? (
        <p className="text-sm text-muted wrap-anywhere">
          <RichText
            text={bookingPaymentsSection.reference}
            values={{ reference: <code translate="no">{reference}</code> }}
          />
        </p>
      ) : null}
      <div className="empty:hidden">{children}</div>
    </li>
  );
}
