import { formatInstant } from "@/lib/time/format";

/** The terms of one booking, in full. */
export function Terms({
  cancellableUntil,
  timeZone,
  organizerName,
  isFree,
}: {
  cancellableUntil: Date;
  timeZone: string;
  organizerName: string;
  isFree: boolean;
}) {
  return (
    <ul className="grid list-disc gap-1.5 ps-5 text-muted marker:text-line-strong">
      <li>
        You can cancel until <strong className="text-ink">{formatInstant(cancellableUntil, timeZone)}</strong>. After
        that the booking is binding.
      </li>
      <li>
        Your agreement is with the organizer, <bdi>{organizerName}</bdi>. Each ticket lets one person in, once.
      </li>
      <li>
        If the organizer cancels the event, your booking ends
        {isFree ? "." : ", and there is nothing to pay."}
      </li>
    </ul>
  );
}
