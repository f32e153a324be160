import { Figure } from "@/components/organize/figure";
import type { Demand } from "@/lib/waitlist/demand";
import { people, tickets } from "@/lib/waitlist/desk-words";

const number = (value: number) => value.toLocaleString("en-GB");

/** How much is waited for, and what there is to give. */
export function DemandFigures({ demand, free, owed }: { demand: Demand; free: number; owed: number }) {
  return (
    <dl className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
      <Figure label="Waiting" value={number(demand.waiting)}>
        {demand.waiting === 1 ? "person" : "people"}
      </Figure>
      <Figure label="Waited for" value={number(demand.seats)}>
        {demand.types.length > 0 ? (
          <ul>
            {demand.types.slice(0, 4).map(({ name, seats }) => (
              <li key={name ?? ""}>
                <span>{`${number(seats)} of `}</span>
                <span>{name === null ? "any type" : <bdi>{name}</bdi>}</span>
              </li>
            ))}
          </ul>
        ) : (
          "tickets"
        )}
      </Figure>
      <Figure label="Offered" value={number(demand.seatsOffered)}>
        {demand.offered > 0 ? `tickets, to ${people(demand.offered)} who can still book` : "tickets"}
      </Figure>
      <Figure label="Free now" value={number(free)}>
        {owed > 0 ? `${tickets(owed)} kept for those who wait` : "none kept for those who wait"}
      </Figure>
    </dl>
  );
}
