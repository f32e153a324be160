import { Badge } from "@/components/ui/badge";
import { LeaveForm } from "@/components/waitlist/leave-form";
import type { MyWaitlistEntry } from "@/lib/waitlist/results";
import { BookingRow } from "./booking-row";

/** Events somebody waits for, with their place in line. */
export function WaitlistEntries({ places }: { places: MyWaitlistEntry[] }) {
  return (
    <ul className="grid gap-4">
      {places.map((place) => (
        <BookingRow
          key={place.event.slug}
          event={place.event}
          href={`/events/${place.event.slug}`}
          badge={<Badge tone="accent">{`Number ${place.position} in line`}</Badge>}
          detail={
            <>
              <span>{place.quantity === 1 ? "1 ticket" : `${place.quantity} tickets`}</span>
              {place.ticketTypeName ? (
                <span>
                  , <bdi>{place.ticketTypeName}</bdi>
                </span>
              ) : null}
              <span>{place.acceptFewer ? ", fewer is fine" : null}</span>
              {place.isTypeClosed ? (
                <span className="block text-warning">
                  No longer sold. Open the event to choose what to wait for instead.
                </span>
              ) : null}
            </>
          }
        >
          <LeaveForm slug={place.event.slug} />
        </BookingRow>
      ))}
    </ul>
  );
}
