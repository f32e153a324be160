import { StatCard } from "@/components/organize/stat-card";
import type { Consequences } from "@/lib/operations/consequences";

const count = (value: number) => value.toLocaleString("en-GB");

/** Whom cancelling an event touches, and what becomes of them. */
export function ConsequenceList({ bookings, tickets, holds, waiting }: Consequences) {
  return (
    <dl className="grid grid-cols-2 gap-4 lg:grid-cols-4">
      <StatCard label="Bookings" value={count(bookings)}>
        are cancelled; each gets one mail
      </StatCard>
      <StatCard label="Tickets" value={count(tickets)}>
        are void at the door
      </StatCard>
      <StatCard label="Holds" value={count(holds)}>
        in a checkout or on offer are released
      </StatCard>
      <StatCard label="Waiting" value={count(waiting)}>
        are told that the waitlist is closed
      </StatCard>
    </dl>
  );
}
