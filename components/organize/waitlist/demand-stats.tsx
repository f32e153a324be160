import { StatCard } from "@/components/organize/stat-card";
import type { WaitlistDemand } from "@/lib/waitlist/demand";
import { formatPeople, formatTickets } from "@/lib/waitlist/organizer-messages";
import { demandStats } from "@/texts/organizer-waitlist";

const formatNumber = (value: number) => value.toLocaleString("en-GB");

/** How much is waited for, and what there is to give. */
export function DemandStats({ demand, free, owed }: { demand: WaitlistDemand; free: number; owed: number }) {
  return (
    <dl className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
      <StatCard label={demandStats.waiting} value={formatNumber(demand.waiting)}>
        {demand.waiting === 1 ? demandStats.person : demandStats.people}
      </StatCard>
      <StatCard label={demandStats.waitedFor} value={formatNumber(demand.seats)}>
        {demand.types.length > 0 ? (
          <ul>
            {demand.types.slice(0, 4).map(({ name, seats }) => (
              <li key={name ?? ""}>
                <span>{demandStats.of(formatNumber(seats))}</span>
                <span>{name === null ? demandStats.anyType : <bdi>{name}</bdi>}</span>
              </li>
            ))}
          </ul>
        ) : (
          demandStats.tickets
        )}
      </StatCard>
      <StatCard label={demandStats.offered} value={formatNumber(demand.seatsOffered)}>
        {demand.offered > 0 ? demandStats.ticketsToWhoCanStill(formatPeople(demand.offered)) : demandStats.tickets}
      </StatCard>
      <StatCard label={demandStats.freeNow} value={formatNumber(free)}>
        {owed > 0 ? demandStats.keptForThoseWhoWait(formatTickets(owed)) : demandStats.noneKeptForThoseWho}
      </StatCard>
    </dl>
  );
}
