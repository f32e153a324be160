import { Badge } from "@/components/ui/badge";
import { LeaveForm } from "@/components/waitlist/leave-form";
import type { MyWaitlistEntry } from "@/lib/waitlist/results";
import { waitlistEntries } from "@/texts/bookings";
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
          badge={<Badge tone="accent">{waitlistEntries.numberInLine(place.position)}</Badge>}
          detail={
            <>
              <span>{place.quantity === 1 ? waitlistEntries.n1Ticket : waitlistEntries.tickets(place.quantity)}</span>
              {place.ticketTypeName ? (
                <span>
                  , <bdi>{place.ticketTypeName}</bdi>
                </span>
              ) : null}
              <span>{place.acceptFewer ? waitlistEntries.fewerIsFine : null}</span>
              {place.isTypeClosed ? (
                <span className="block text-warning">{waitlistEntries.noLongerSoldOpenThe}</span>
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
