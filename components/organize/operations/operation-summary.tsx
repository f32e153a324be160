import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { DateTime } from "@/components/time/date-time";
import { MarkdownText } from "@/components/ui/markdown";
import { RichText } from "@/components/ui/rich-text";
import { describeAudience } from "@/lib/messages/audience-param";
import type { TimeAndPlace } from "@/lib/operations/detail";
import type { OperationView } from "@/lib/operations/types";
import { formatRange } from "@/lib/time/format";
import { operationSummary } from "@/texts/messages";

const formatAddress = ({ venue, address, city }: { venue: string; address: string; city: string }) =>
  [venue, address, city].filter(Boolean).join(", ");

/** What the emails of an operation say. */
export function OperationSummaryText({ operation }: { operation: OperationView }) {
  if (operation.kind === "event_cancellation") {
    return (
      <div>
        <p className="text-sm font-semibold text-muted">{operationSummary.reasonLabel}</p>
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
          <RichText
            text={operationSummary.audience}
            values={{ audience: <bdi className="font-semibold">{describeAudience(audience)}</bdi> }}
          />
        </p>
        <details className="group rounded-card border border-line bg-surface">
          <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between px-5 py-3 font-semibold [&::-webkit-details-marker]:hidden">
            {operationSummary.bodyLabel}
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
        <RichText
          text={operationSummary.clockKept}
          values={{
            timeZone: to.timeZone,
            when: (
              <strong>
                <DateTime start={to.startsAt} end={to.endsAt} timeZone={to.timeZone} />
              </strong>
            ),
          }}
        />
      </p>
    );
  }
  const formatDates = ({ startsAt, endsAt, timeZone }: TimeAndPlace) => formatRange(startsAt, endsAt, timeZone);
  return (
    <dl className="grid gap-4 sm:grid-cols-2">
      {formatDates(from) === formatDates(to) ? null : (
        <Change name={operationSummary.whenLabel} before={<Dates {...from} />} after={<Dates {...to} />} />
      )}
      {formatAddress(from) === formatAddress(to) ? null : (
        <Change name={operationSummary.whereLabel} before={formatAddress(from)} after={formatAddress(to)} />
      )}
    </dl>
  );
}

function Dates({ startsAt, endsAt, timeZone }: TimeAndPlace) {
  return <DateTime start={startsAt} end={endsAt} timeZone={timeZone} />;
}

function Change({ name, before, after }: { name: string; before: ReactNode; after: ReactNode }) {
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
