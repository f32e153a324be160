import { StatCard } from "@/components/organize/stat-card";
import { formatMoney } from "@/lib/money/format";
import type { Consequences } from "@/lib/operations/consequences";
import type { RefundConsequences } from "@/lib/operations/refunds";
import { consequenceList } from "@/texts/messages";
import { cancelledEventRefunds } from "@/texts/organizer-payments";

const count = (value: number) => value.toLocaleString("en-GB");

/** The bookings, tickets, holds and waitlist entries that cancelling an event ends. */
export function ConsequenceList({
  bookings,
  tickets,
  holds,
  waiting,
  refunds,
}: Consequences & { refunds: RefundConsequences[] }) {
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
      {refunds.map(({ bookings: paid, online, venue, currency }) => (
        <StatCard key={currency} label={cancelledEventRefunds.label} value={formatMoney(online + venue, currency)}>
          <span className="block">{cancelledEventRefunds.text(paid)}</span>
          {venue > 0 ? (
            <span className="block">{cancelledEventRefunds.venueText(formatMoney(venue, currency))}</span>
          ) : null}
        </StatCard>
      ))}
    </dl>
  );
}
