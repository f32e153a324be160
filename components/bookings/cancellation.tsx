import { ButtonLink } from "@/components/ui/button";
import { formatInstant } from "@/lib/time/format";

/** Until when the booking can be cancelled, and the way to do it while it can. */
export function Cancellation({
  reference,
  until,
  timeZone,
  now,
}: {
  reference: string;
  until: Date;
  timeZone: string;
  now: Date;
}) {
  const deadline = formatInstant(until, timeZone);
  if (now >= until) {
    return (
      <p className="text-muted text-pretty">
        This booking could be cancelled until {deadline}. If you cannot come, please tell the organizer.
      </p>
    );
  }
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-muted text-pretty">
        You can cancel until <strong className="text-ink">{deadline}</strong>.
      </p>
      <ButtonLink href={`/bookings/${reference}/cancel`} variant="danger">
        Cancel booking
      </ButtonLink>
    </div>
  );
}
