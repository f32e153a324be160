import type { ReactNode } from "react";
import { DateTime } from "@/components/time/date-time";
import { RichText } from "@/components/ui/rich-text";
import type { EventValues } from "@/lib/event-editing/schema";
import { categoryName } from "@/lib/events/categories";
import { isMultiDay } from "@/lib/inventory/sales";
import { formatPrice } from "@/lib/money/format";
import { countryName } from "@/lib/names/countries";
import { fieldLabels } from "@/texts/event-editor";
import { publishSummary } from "@/texts/event-publishing";
import { publishPayment } from "@/texts/organizer-payments";

function SummaryRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-1 py-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <dt className="text-muted">{label}</dt>
      <dd className="grid gap-1 wrap-anywhere">{children}</dd>
    </div>
  );
}

function SalesTime({
  at,
  timeZone,
  text,
  otherwise,
}: {
  at: Date | null;
  timeZone: string;
  text: string;
  otherwise: string;
}) {
  if (!at) return <span>{otherwise}</span>;
  return (
    <span>
      <RichText text={text} values={{ date: <DateTime start={at} timeZone={timeZone} /> }} />
    </span>
  );
}

/** What goes live, worded as people will read it. */
export function PublishSummary({ values }: { values: EventValues }) {
  const { timeZone, currency } = values;
  const defaultClose = isMultiDay(values) ? publishSummary.closesAtEnd : publishSummary.closesAtStart;
  const hours = values.cancellationCutoffHours;
  return (
    <dl className="divide-y divide-line border-y border-line">
      <SummaryRow label={fieldLabels.name}>
        <bdi className="font-semibold">{values.name}</bdi>
        <span className="text-muted">{categoryName(values.category)}</span>
      </SummaryRow>
      <SummaryRow label={publishSummary.when}>
        <DateTime start={values.startsAt} end={values.endsAt} timeZone={timeZone} />
      </SummaryRow>
      <SummaryRow label={publishSummary.where}>
        <bdi>{[values.venue, values.address].filter(Boolean).join(", ")}</bdi>
        <bdi>{`${values.city}, ${countryName(values.country)}`}</bdi>
      </SummaryRow>
      <SummaryRow label={publishSummary.tickets}>
        <ul className="grid gap-1">
          {values.ticketTypes.map((type) => (
            <li key={type.code} className="flex flex-wrap justify-between gap-x-6">
              <bdi>{type.name}</bdi>
              <span className="text-muted tabular-nums">
                {publishSummary.price(formatPrice(type.price, currency), type.quota?.toLocaleString("en-GB") ?? null)}
              </span>
            </li>
          ))}
        </ul>
      </SummaryRow>
      {values.ticketTypes.some(({ price }) => price > 0) ? (
        <SummaryRow label={publishSummary.payment}>
          <span>{publishPayment[values.paymentMethod](values.paymentMinutes)}</span>
        </SummaryRow>
      ) : null}
      <SummaryRow label={publishSummary.seats}>
        <span>{publishSummary.seatsText(values.capacity.toLocaleString("en-GB"), values.maxTicketsPerBooking)}</span>
        <span>{values.waitlistEnabled ? publishSummary.waitlist : publishSummary.noWaitlist}</span>
      </SummaryRow>
      <SummaryRow label={publishSummary.sales}>
        <SalesTime
          at={values.salesStartAt}
          timeZone={timeZone}
          text={publishSummary.opensAt}
          otherwise={publishSummary.opensNow}
        />
        <SalesTime at={values.salesEndAt} timeZone={timeZone} text={publishSummary.closesAt} otherwise={defaultClose} />
        {values.waitingRoom ? <span>{publishSummary.waitingRoom}</span> : null}
      </SummaryRow>
      <SummaryRow label={publishSummary.cancelling}>
        {hours === 0 ? publishSummary.cancelUntilStart : publishSummary.cancelUntil(hours)}
      </SummaryRow>
    </dl>
  );
}
