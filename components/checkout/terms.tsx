import { DateTime } from "@/components/time/date-time";
import { RichText } from "@/components/ui/rich-text";
import { cancellationPolicyFor } from "@/lib/checkout/cancellation-messages";
import { terms } from "@/texts/checkout";

/** The terms of one booking, in full. */
export function Terms({
  event,
  organizerName,
  isFree,
  isPaidOnline,
}: {
  event: Parameters<typeof cancellationPolicyFor>[0];
  organizerName: string;
  isFree: boolean;
  isPaidOnline: boolean;
}) {
  const eventCancelled = isPaidOnline ? terms.paidEventCancelled : terms.eventCancelled;
  const policy = cancellationPolicyFor(event);
  return (
    <ul className="grid list-disc gap-1.5 ps-5 text-muted marker:text-line-strong">
      <li className="text-ink">
        <RichText
          text={policy.terms}
          values={{ deadline: <DateTime start={policy.deadline} timeZone={event.timeZone} /> }}
        />
      </li>
      <li>
        <RichText text={terms.agreement} values={{ organizer: <bdi>{organizerName}</bdi> }} />
      </li>
      <li>{isFree ? terms.freeEventCancelled : eventCancelled}</li>
    </ul>
  );
}
