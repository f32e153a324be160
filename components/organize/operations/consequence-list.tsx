import { Figure } from "@/components/organize/figure";
import type { Consequences } from "@/lib/operations/consequences";

const count = (value: number) => value.toLocaleString("en-GB");

/** Whom cancelling an event touches, and what becomes of them. */
export function ConsequenceList({ bookings, tickets, holds, waiting }: Consequences) {
  return (
    <dl className="grid grid-cols-2 gap-4 lg:grid-cols-4">
      <Figure label="Bookings" value={count(bookings)}>
        are cancelled; each gets one mail
      </Figure>
      <Figure label="Tickets" value={count(tickets)}>
        are void at the door
      </Figure>
      <Figure label="Holds" value={count(holds)}>
        in a checkout or on offer are released
      </Figure>
      <Figure label="Waiting" value={count(waiting)}>
        are told that the waitlist is closed
      </Figure>
    </dl>
  );
}
