import { formatMoney } from "@/lib/money/format";
import { teamTimeline } from "@/texts/booking-history";
import { paymentTimeline, refundReasons } from "@/texts/organizer-payments";
import type { TimelineEntry } from "./timeline";

/** What happened to a booking's money at one time, from the rows of payments, refunds and disputes. */
export type MoneyMoment = {
  kind:
    | "started"
    | "captured"
    | "recorded"
    | "failed"
    | "ended"
    | "refund_requested"
    | "refund_succeeded"
    | "handed_back"
    | "refund_failed"
    | "disputed"
    | "dispute_won"
    | "dispute_lost";
  amount: number;
  currency: string;
  /** Null for Quorix itself. */
  actor: string | null;
  /** A way to pay, the reason of a refund, or the provider's code of a failure. */
  detail: string | null;
  at: Date;
};

const words = (code: string | null) => code?.replaceAll("_", " ") ?? null;
const reasonText = (reason: string | null) =>
  Object.hasOwn(refundReasons, reason ?? "") ? refundReasons[reason as keyof typeof refundReasons] : (reason ?? "");

const describe: Record<
  MoneyMoment["kind"],
  { tone: TimelineEntry["tone"]; text: (amount: string, detail: string | null, actor: string) => string }
> = {
  started: { tone: "neutral", text: (amount) => paymentTimeline.started(amount) },
  captured: { tone: "positive", text: (amount, method) => paymentTimeline.captured(amount, words(method)) },
  recorded: { tone: "positive", text: (amount, _, actor) => paymentTimeline.recorded(actor, amount) },
  failed: { tone: "danger", text: (amount, code) => paymentTimeline.failed(amount, words(code)) },
  ended: { tone: "neutral", text: (amount) => paymentTimeline.ended(amount) },
  refund_requested: {
    tone: "neutral",
    text: (amount, reason, actor) => paymentTimeline.refundRequested(actor, amount, reasonText(reason)),
  },
  refund_succeeded: { tone: "positive", text: (amount) => paymentTimeline.refundSucceeded(amount) },
  handed_back: { tone: "positive", text: (amount) => paymentTimeline.handedBack(amount) },
  refund_failed: { tone: "danger", text: (amount, code) => paymentTimeline.refundFailed(amount, words(code)) },
  disputed: { tone: "danger", text: (amount) => paymentTimeline.disputed(amount) },
  dispute_won: { tone: "positive", text: (amount) => paymentTimeline.disputeWon(amount) },
  dispute_lost: { tone: "danger", text: (amount) => paymentTimeline.disputeLost(amount) },
};

export function describeMoneyMoment({ kind, amount, currency, actor, detail, at }: MoneyMoment): TimelineEntry {
  const { tone, text } = describe[kind];
  return { at, tone, text: text(formatMoney(amount, currency), detail, actor ?? teamTimeline.system) };
}
