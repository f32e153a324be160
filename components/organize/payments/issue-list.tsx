import type { Route } from "next";
import Link from "next/link";
import { DateTime } from "@/components/time/date-time";
import { RichText } from "@/components/ui/rich-text";
import {
  askProviderAction,
  markHandedBackAction,
  markReviewedAction,
  retryRefundAction,
} from "@/lib/event-payments/actions";
import { type IssueKind, issueKinds, MAX_ISSUES_OF_KIND, type PaymentIssue } from "@/lib/event-payments/issues";
import { formatMoney } from "@/lib/money/format";
import { paymentButtons } from "@/texts/organizer-payments";
import { issueList, paymentIssues } from "@/texts/payments-page";
import { PaymentActionForm } from "./payment-action-form";
import { codeText } from "./payment-labels";

type EventOfPage = { slug: string; timeZone: string };

/** What of each kind the team can do here, besides opening the booking. */
const buttons: Record<IssueKind, ("retry" | "handBack" | "ask" | "review")[]> = {
  dispute: ["ask"],
  unused: ["ask", "review"],
  refund_failed: ["retry", "ask", "review"],
  hand_back: ["handBack"],
  pending: ["ask"],
  refund_pending: ["ask"],
  amounts_differ: ["ask", "review"],
  provider_refund: ["ask", "review"],
  late: ["ask", "review"],
};

const actions = {
  retry: retryRefundAction,
  handBack: markHandedBackAction,
  ask: askProviderAction,
  review: markReviewedAction,
};

/** What needs a person, by kind, each with what to do. */
export function IssueList({
  event,
  issues,
  mayManage,
}: {
  event: EventOfPage;
  issues: PaymentIssue[];
  mayManage: boolean;
}) {
  return issueKinds.map((kind) => {
    const found = issues.filter((issue) => issue.kind === kind);
    if (found.length === 0) return null;
    const { title, text } = paymentIssues[kind];
    const shown = found.slice(0, MAX_ISSUES_OF_KIND);
    const count = shown.length < found.length ? issueList.atLeast(`${shown.length}`) : `${found.length}`;
    return (
      <section key={kind} aria-labelledby={`issue-${kind}`} className="grid grid-cols-1 gap-2">
        <h3 id={`issue-${kind}`} className="text-lg font-semibold">
          {issueList.sectionTitle(title, count)}
        </h3>
        <p className="max-w-prose text-muted text-pretty">{text}</p>
        <ul className="rounded-card border border-line bg-surface">
          {shown.map((issue) => (
            <Issue
              key={issue.refund ?? issue.payment ?? `${issue.reference} ${issue.at.getTime()}`}
              event={event}
              issue={issue}
              mayManage={mayManage}
            />
          ))}
        </ul>
      </section>
    );
  });
}

function Issue({ event, issue, mayManage }: { event: EventOfPage; issue: PaymentIssue; mayManage: boolean }) {
  const { kind, reference, name, amount, total, currency, at, answerBy, code } = issue;
  const fields: Record<string, string> = { slug: event.slug, reference, from: "payments" };
  if (issue.refund) fields.refund = issue.refund;
  if (issue.payment) fields.payment = issue.payment;
  return (
    <li className="grid gap-x-6 gap-y-3 border-b border-line px-5 py-4 last:border-0 md:grid-cols-[minmax(0,1fr)_auto] md:items-center">
      <div className="grid min-w-0 gap-1">
        <p className="flex flex-wrap items-center gap-x-3">
          <Link
            href={`/organize/events/${event.slug}/attendees/${reference}` as Route}
            prefetch={false}
            translate="no"
            className="inline-flex min-h-11 items-center font-semibold text-accent underline tabular-nums"
          >
            {reference}
          </Link>
          <bdi translate="no" className="wrap-anywhere">
            {name}
          </bdi>
        </p>
        <p className="font-semibold tabular-nums">
          {kind === "amounts_differ"
            ? issueList.amounts(formatMoney(amount, currency), formatMoney(total, currency))
            : formatMoney(amount, currency)}
        </p>
        <p className="text-sm text-muted wrap-anywhere">
          <RichText
            text={issueList.since}
            values={{ date: <DateTime start={at} timeZone={event.timeZone} style="short" /> }}
          />
          {code ? <bdi className="ms-2">{codeText(code)}</bdi> : null}
        </p>
        {answerBy ? (
          <p className="font-semibold text-danger">
            <RichText
              text={issueList.answerBy}
              values={{ date: <DateTime start={answerBy} timeZone={event.timeZone} /> }}
            />
          </p>
        ) : null}
      </div>
      {mayManage ? (
        <div className="-mx-2 flex flex-wrap items-start gap-2 md:mx-0">
          {buttons[kind].map((button) => (
            <PaymentActionForm
              key={button}
              action={actions[button]}
              fields={fields}
              label={paymentButtons.forBooking(paymentButtons[button], reference)}
              variant={button === "retry" || button === "handBack" ? "secondary" : "ghost"}
            >
              {paymentButtons[button]}
            </PaymentActionForm>
          ))}
        </div>
      ) : null}
    </li>
  );
}
