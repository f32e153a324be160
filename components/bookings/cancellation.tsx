import { ButtonLink } from "@/components/ui/button";
import { cancellationMessagesFor, checkedInMessage } from "@/lib/checkout/cancellation-messages";
import { cancellation } from "@/texts/bookings";

/** Until when the booking can be cancelled, and the way to do it while it can: not once somebody is checked in. */
export function Cancellation({
  reference,
  isCheckedIn,
  event,
  now,
}: {
  reference: string;
  isCheckedIn: boolean;
  event: Parameters<typeof cancellationMessagesFor>[0];
  now: Date;
}) {
  const { isOpen, note } = cancellationMessagesFor(event, now);
  if (isCheckedIn) return <p className="text-muted text-pretty">{checkedInMessage}</p>;
  if (!isOpen) return <p className="text-muted text-pretty">{note}</p>;
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-muted text-pretty">{note}</p>
      <ButtonLink href={`/bookings/${reference}/cancel`} variant="danger">
        {cancellation.cancelBooking}
      </ButtonLink>
    </div>
  );
}
