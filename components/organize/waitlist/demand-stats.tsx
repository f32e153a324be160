import { StatCard } from "@/components/organize/stat-card";
import { RichText } from "@/components/ui/rich-text";
import type { WaitlistDemand } from "@/lib/waitlist/demand";
import { demandStats } from "@/texts/organizer-waitlist";

const formatNumber = (value: number) => value.toLocaleString("en-GB");

/** What the waitlist asks for, and what is available. */
export function DemandStats({ demand, free, reserved }: { demand: WaitlistDemand; free: number; reserved: number }) {
  return (
    <dl className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
      <StatCard label={demandStats.waiting} value={formatNumber(demand.waiting)}>
        {demandStats.people(demand.waiting)}
      </StatCard>
      <StatCard label={demandStats.requested} value={formatNumber(demand.seats)}>
        {demand.types.length > 0 ? (
          <ul>
            {demand.types.slice(0, 4).map(({ name, seats }) => (
              <li key={name ?? ""}>
                <RichText
                  text={demandStats.ofType(seats)}
                  values={{ type: name === null ? demandStats.anyType : <bdi>{name}</bdi> }}
                />
              </li>
            ))}
          </ul>
        ) : (
          demandStats.tickets
        )}
      </StatCard>
      <StatCard label={demandStats.offered} value={formatNumber(demand.seatsOffered)}>
        {demand.offered > 0 ? demandStats.offeredTo(demand.offered) : demandStats.tickets}
      </StatCard>
      <StatCard label={demandStats.available} value={formatNumber(free)}>
        {reserved > 0 ? demandStats.reserved(reserved) : demandStats.noneReserved}
      </StatCard>
    </dl>
  );
}
