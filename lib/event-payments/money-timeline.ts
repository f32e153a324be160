import type { TimelineEntry } from "@/lib/booking/timeline";
import { formatMoney } from "@/lib/money/format";
import { teamTimeline } from "@/texts/booking-history";
import { refundReasons, paymentTimeline as texts } from "@/texts/organizer-payments";
import type { BookingPayments } from "./booking-payments";

type Moment = TimelineEntry | null;

const words = (code: string | null) => code?.replaceAll("_", " ") ?? null;

/** An entry, unless it has not happened. */
const entry = (at: Date | null, text: string, tone: TimelineEntry["tone"] = "neutral"): Moment =>
  at && { at, text, tone };

/** What happened to a booking's money, for the organizer's team. */
export function moneyTimeline({ payments, refunds, disputes }: BookingPayments): TimelineEntry[] {
  return [
    ...payments.flatMap(paymentMoments),
    ...refunds.flatMap(refundMoments),
    ...disputes.flatMap(disputeMoments),
  ].filter((moment) => moment !== null);
}

function paymentMoments(payment: BookingPayments["payments"][number]): Moment[] {
  const { provider, status, amount, capturedAmount, currency, createdAt, capturedAt, endedAt } = payment;
  const captured = formatMoney(capturedAmount, currency);
  if (provider === "venue") {
    const actor = payment.recordedBy ?? teamTimeline.system;
    return [entry(capturedAt ?? createdAt, texts.recorded(actor, captured), "positive")];
  }
  const asked = formatMoney(amount, currency);
  const taken = texts.captured(captured, words(payment.method));
  return [
    entry(createdAt, texts.started(asked)),
    status === "captured" ? entry(capturedAt ?? createdAt, taken, "positive") : null,
    status === "failed"
      ? entry(endedAt ?? createdAt, texts.failed(asked, words(payment.failureReason)), "danger")
      : null,
    status === "cancelled" ? entry(endedAt ?? createdAt, texts.ended(asked)) : null,
  ];
}

function refundMoments(refund: BookingPayments["refunds"][number]): Moment[] {
  const { provider, reason, note, requestedBy, createdAt, succeededAt, failedAt } = refund;
  const amount = formatMoney(refund.amount, refund.currency);
  const actor = requestedBy ?? teamTimeline.system;
  const arrived = provider === "venue" ? texts.handedBack(amount) : texts.refundSucceeded(amount);
  return [
    entry(createdAt, texts.refundRequested(actor, amount, note ?? refundReasons[reason])),
    entry(succeededAt, arrived, "positive"),
    entry(failedAt, texts.refundFailed(amount, words(refund.failureReason)), "danger"),
  ];
}

function disputeMoments(dispute: BookingPayments["disputes"][number]): Moment[] {
  const { status, openedAt, closedAt } = dispute;
  const amount = formatMoney(dispute.amount, dispute.currency);
  return [
    entry(openedAt, texts.disputed(amount), "danger"),
    status === "won" ? entry(closedAt, texts.disputeWon(amount), "positive") : null,
    status === "lost" ? entry(closedAt, texts.disputeLost(amount), "danger") : null,
  ];
}
