import { ChevronDown } from "lucide-react";
import { MarkdownText } from "@/components/ui/markdown";
import { describeAudience } from "@/lib/messages/audience-param";
import type { OperationView } from "@/lib/operations/types";
import { formatRange } from "@/lib/time/format";
import { operationSummary } from "@/texts/messages";

const formatAddress = ({ venue, address, city }: { venue: string; address: string; city: string }) =>
  [venue, address, city].filter(Boolean).join(", ");

/** What an operation tells. */
export function OperationSummaryText({ operation }: { operation: OperationView }) {
  if (operation.kind === "event_cancellation") {
    return (
      <div>
        <p className="text-sm font-semibold text-muted">{operationSummary.reasonInTheMail}</p>
        <p dir="auto" className="whitespace-pre-line wrap-anywhere">
          {operation.detail.reason}
        </p>
      </div>
    );
  }
  if (operation.kind === "message") {
    const { audience, body } = operation.detail;
    return (
      <>
        <p>
          {operationSummary.to}
          <bdi className="font-semibold">{describeAudience(audience)}</bdi>
        </p>
        <details className="group rounded-card border border-line bg-surface">
          <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between px-5 py-3 font-semibold [&::-webkit-details-marker]:hidden">
            {operationSummary.whatItSays}
            <ChevronDown aria-hidden="true" className="size-5 text-muted group-open:rotate-180" />
          </summary>
          <div className="border-t border-line px-5 py-4 wrap-anywhere">
            <MarkdownText>{body}</MarkdownText>
          </div>
        </details>
      </>
    );
  }
  const { from, to, keptClock } = operation.detail;
  if (keptClock) {
    return (
      <p>
        {operationSummary.theRulesForClocksIn}
        <span>{to.timeZone}</span>
        {operationSummary.changedTheEventStaysAt} <strong>{formatRange(to.startsAt, to.endsAt, to.timeZone)}</strong>
        {operationSummary.asTicketsSayCalendarsAre}
      </p>
    );
  }
  const before = formatRange(from.startsAt, from.endsAt, from.timeZone);
  const after = formatRange(to.startsAt, to.endsAt, to.timeZone);
  return (
    <dl className="grid gap-4 sm:grid-cols-2">
      {before === after ? null : <Change name="When" before={before} after={after} />}
      {formatAddress(from) === formatAddress(to) ? null : (
        <Change name="Where" before={formatAddress(from)} after={formatAddress(to)} />
      )}
    </dl>
  );
}

function Change({ name, before, after }: { name: string; before: string; after: string }) {
  return (
    <div>
      <dt className="text-sm font-semibold text-muted">{name}</dt>
      <dd className="wrap-anywhere">
        <s className="text-muted">
          <bdi>{before}</bdi>
        </s>
      </dd>
      <dd className="font-semibold wrap-anywhere">
        <bdi>{after}</bdi>
      </dd>
    </div>
  );
}
