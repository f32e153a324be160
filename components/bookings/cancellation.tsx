import { ButtonLink } from "@/components/ui/button";
import { cancellationWords } from "@/lib/booking/cancellation-words";

/** Until when the booking can be cancelled, and the way to do it while it can. */
export function Cancellation({
  reference,
  event,
  now,
}: {
  reference: string;
  event: Parameters<typeof cancellationWords>[0];
  now: Date;
}) {
  const { isOpen, note } = cancellationWords(event, now);
  if (!isOpen) return <p className="text-muted text-pretty">{note}</p>;
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-muted text-pretty">{note}</p>
      <ButtonLink href={`/bookings/${reference}/cancel`} variant="danger">
        Cancel booking
      </ButtonLink>
    </div>
  );
}
