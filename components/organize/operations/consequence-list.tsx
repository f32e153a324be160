import { StatCard } from "@/components/organize/stat-card";
import type { Consequences } from "@/lib/operations/consequences";
import { consequenceList } from "@/texts/messages";

const count = (value: number) => value.toLocaleString("en-GB");

/** Whom cancelling an event touches, and what becomes of them. */
export function ConsequenceList({ bookings, tickets, holds, waiting }: Consequences) {
  return (
    <dl className="grid grid-cols-2 gap-4 lg:grid-cols-4">
      <StatCard label={consequenceList.bookings} value={count(bookings)}>
        {consequenceList.areCancelledEachGetsOne}
      </StatCard>
      <StatCard label={consequenceList.tickets} value={count(tickets)}>
        {consequenceList.areVoidAtTheDoor}
      </StatCard>
      <StatCard label={consequenceList.holds} value={count(holds)}>
        {consequenceList.inCheckoutOrOnOffer}
      </StatCard>
      <StatCard label={consequenceList.waiting} value={count(waiting)}>
        {consequenceList.areToldThatTheWaitlist}
      </StatCard>
    </dl>
  );
}
