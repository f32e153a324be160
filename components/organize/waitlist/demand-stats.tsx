import { StatCard } from "@/components/organize/stat-card";
import type { WaitlistDemand } from "@/lib/waitlist/demand";
import { formatPeople, formatTickets } from "@/lib/waitlist/organizer-messages";

const formatNumber = (value: number) => value.toLocaleString("en-GB");

/** How much is waited for, and what there is to give. */
export function DemandStats({ demand, free, owed }: { demand: WaitlistDemand; free: number; owed: number }) {
  return (
    <dl className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
      <StatCard label="Waiting" value={formatNumber(demand.waiting)}>
        {demand.waiting === 1 ? "person" : "people"}
      </StatCard>
      <StatCard label="Waited for" value={formatNumber(demand.seats)}>
        {demand.types.length > 0 ? (
          <ul>
            {demand.types.slice(0, 4).map(({ name, seats }) => (
              <li key={name ?? ""}>
                <span>{`${formatNumber(seats)} of `}</span>
                <span>{name === null ? "any type" : <bdi>{name}</bdi>}</span>
              </li>
            ))}
          </ul>
        ) : (
          "tickets"
        )}
      </StatCard>
      <StatCard label="Offered" value={formatNumber(demand.seatsOffered)}>
        {demand.offered > 0 ? `tickets, to ${formatPeople(demand.offered)} who can still book` : "tickets"}
      </StatCard>
      <StatCard label="Free now" value={formatNumber(free)}>
        {owed > 0 ? `${formatTickets(owed)} kept for those who wait` : "none kept for those who wait"}
      </StatCard>
    </dl>
  );
}
