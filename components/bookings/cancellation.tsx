import { DateTime } from "@/components/time/date-time";
import { ButtonLink } from "@/components/ui/button";
import { RichText } from "@/components/ui/rich-text";
import { cancellationPolicyFor } from "@/lib/checkout/cancellation-messages";
import { cancellationPolicy } from "@/texts/booking-results";
import { cancellation } from "@/texts/bookings";

/** The cancellation deadline, and the link to cancel until then, unless a ticket has been checked in. */
export function Cancellation({
  reference,
  isCheckedIn,
  event,
  now,
}: {
  reference: string;
  isCheckedIn: boolean;
  event: Parameters<typeof cancellationPolicyFor>[0];
  now: Date;
}) {
  if (isCheckedIn) return <p className="text-muted text-pretty">{cancellationPolicy.checkedIn}</p>;
  const { isOpen, note, deadline } = cancellationPolicyFor(event, now);
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-muted text-pretty">
        <RichText text={note} values={{ deadline: <DateTime start={deadline} timeZone={event.timeZone} /> }} />
      </p>
      {isOpen ? (
        <ButtonLink href={`/bookings/${reference}/cancel`} variant="danger">
          {cancellation.cancelBooking}
        </ButtonLink>
      ) : null}
    </div>
  );
}
