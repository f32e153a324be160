import { Badge } from "@/components/ui/badge";
import { LeaveForm } from "@/components/waitlist/leave-form";
import type { MyWaitlistEntry } from "@/lib/waitlist/results";
import { waitlistEntries } from "@/texts/bookings";
import { BookingRow } from "./booking-row";

/** The viewer's waitlist entries, with their positions. */
export function WaitlistEntries({ entries }: { entries: MyWaitlistEntry[] }) {
  return (
    <ul className="grid gap-4">
      {entries.map((entry) => (
        <BookingRow
          key={entry.event.slug}
          event={entry.event}
          href={`/events/${entry.event.slug}`}
          badge={<Badge tone="accent">{waitlistEntries.position(entry.position)}</Badge>}
          detail={
            <>
              <span>
                {entry.acceptFewer && entry.quantity > 1
                  ? waitlistEntries.quantityOrFewer(entry.quantity)
                  : waitlistEntries.quantity(entry.quantity)}
              </span>
              {entry.ticketTypeName ? (
                <span>
                  {" · "}
                  <bdi>{entry.ticketTypeName}</bdi>
                </span>
              ) : null}
              {entry.isTypeClosed ? <span className="block text-warning">{waitlistEntries.typeClosed}</span> : null}
            </>
          }
        >
          <LeaveForm slug={entry.event.slug} />
        </BookingRow>
      ))}
    </ul>
  );
}
