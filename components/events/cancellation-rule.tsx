import { DateTime } from "@/components/time/date-time";
import { RichText } from "@/components/ui/rich-text";
import type { EventDetail } from "@/lib/events/types";
import { cancellationDeadline } from "@/lib/inventory/sales";
import { cancellationRule } from "@/texts/events";

const formatPeriod = (hours: number) =>
  hours % 24 === 0 ? cancellationRule.days(hours / 24) : cancellationRule.hours(hours);

/** Until when a booking can be cancelled. */
export function CancellationRule({
  event,
}: {
  event: Pick<EventDetail, "startsAt" | "timeZone" | "cancellationCutoffHours">;
}) {
  const { timeZone, cancellationCutoffHours: hours } = event;
  if (hours === 0) return <span>{cancellationRule.untilStart}</span>;
  return (
    <RichText
      text={cancellationRule.untilDeadline}
      values={{
        deadline: <DateTime start={cancellationDeadline(event)} timeZone={timeZone} />,
        period: formatPeriod(hours),
      }}
    />
  );
}
