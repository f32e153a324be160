import { StatCard } from "@/components/organize/stat-card";
import type { Consequences } from "@/lib/operations/consequences";
import { consequenceList } from "@/texts/messages";

const count = (value: number) => value.toLocaleString("en-GB");

/** The bookings, tickets, holds and waitlist entries that cancelling an event ends. */
export function ConsequenceList({ bookings, tickets, holds, waiting }: Consequences) {
  return (
    <dl className="grid grid-cols-2 gap-4 lg:grid-cols-4">
      <StatCard label={consequenceList.bookings} value={count(bookings)}>
        {consequenceList.bookingsText}
      </StatCard>
      <StatCard label={consequenceList.tickets} value={count(tickets)}>
        {consequenceList.ticketsText}
      </StatCard>
      <StatCard label={consequenceList.holds} value={count(holds)}>
        {consequenceList.holdsText}
      </StatCard>
      <StatCard label={consequenceList.waitlist} value={count(waiting)}>
        {consequenceList.waitlistText}
      </StatCard>
    </dl>
  );
}
