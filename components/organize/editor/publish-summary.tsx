import type { ReactNode } from "react";
import type { EventValues } from "@/lib/event-editing/schema";
import { categoryName } from "@/lib/events/categories";
import { isMultiDay } from "@/lib/inventory/sales";
import { formatPrice } from "@/lib/money/format";
import { countryName } from "@/lib/names/countries";
import { formatInstant, formatRange } from "@/lib/time/format";
import { publishSummary } from "@/texts/event-editor";

function SummaryRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-1 py-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <dt className="text-muted">{label}</dt>
      <dd className="grid gap-1 wrap-anywhere">{children}</dd>
    </div>
  );
}

/** What goes live, in the words that people will read it in. */
export function PublishSummary({ values }: { values: EventValues }) {
  const { timeZone, currency } = values;
  const opens = values.salesStartAt ? `on ${formatInstant(values.salesStartAt, timeZone)}` : "right away";
  const closes = values.salesEndAt
    ? `on ${formatInstant(values.salesEndAt, timeZone)}`
    : isMultiDay(values)
      ? "when the event ends"
      : "when the event starts";
  const hours = values.cancellationCutoffHours;
  return (
    <dl className="divide-y divide-line border-y border-line">
      <SummaryRow label={publishSummary.name}>
        <bdi className="font-semibold">{values.name}</bdi>
        <span className="text-muted">{categoryName(values.category)}</span>
      </SummaryRow>
      <SummaryRow label={publishSummary.when}>{formatRange(values.startsAt, values.endsAt, timeZone)}</SummaryRow>
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
                {`${formatPrice(type.price, currency)}${type.quota === null ? "" : `, at most ${type.quota.toLocaleString("en-GB")}`}`}
              </span>
            </li>
          ))}
        </ul>
      </SummaryRow>
      <SummaryRow label={publishSummary.seats}>
        {`${values.capacity.toLocaleString("en-GB")} in all, up to ${values.maxTicketsPerBooking} in one booking. ${
          values.waitlistEnabled ? "A waitlist opens when it is sold out." : "No waitlist."
        }`}
      </SummaryRow>
      <SummaryRow label={publishSummary.sales}>
        {`They open ${opens} and close ${closes}.${values.waitingRoom ? " Visitors are let in from a waiting room." : ""}`}
      </SummaryRow>
      <SummaryRow label={publishSummary.cancelling}>
        {hours === 0 ? publishSummary.peopleCanCancelUntilIt : publishSummary.peopleCanCancelUntilHours(hours)}
      </SummaryRow>
    </dl>
  );
}
