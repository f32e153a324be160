import type { EventDetail } from "@/lib/events/types";
import { cancellationDeadline } from "@/lib/inventory/sales";
import { formatInstant } from "@/lib/time/format";
import { cancellationRule } from "@/texts/events";

function formatHours(hours: number) {
  if (hours % 24 === 0) return hours === 24 ? "a day" : `${hours / 24} days`;
  return hours === 1 ? "an hour" : `${hours} hours`;
}

/** Until when a booking can be cancelled, as a moment and not as arithmetic. */
export function CancellationRule({
  event,
}: {
  event: Pick<EventDetail, "startsAt" | "timeZone" | "cancellationCutoffHours">;
}) {
  const { timeZone, cancellationCutoffHours: hours } = event;
  if (hours === 0) return <span>{cancellationRule.bookingsCanBeCancelledUntil}</span>;
  const until = formatInstant(cancellationDeadline(event), timeZone);
  return <span>{cancellationRule.bookingsCanBeCancelledUntil2(until, formatHours(hours))}</span>;
}
