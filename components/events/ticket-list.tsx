import { Card } from "@/components/ui/card";
import type { EventDetail } from "@/lib/events/types";
import { formatPrice } from "@/lib/money/format";

/** The event's ticket types and prices, for reading. */
export function TicketList({ event }: { event: Pick<EventDetail, "ticketTypes" | "currency"> }) {
  return (
    <Card>
      <h2 className="text-2xl">Tickets</h2>
      <ul className="mt-3 divide-y divide-line">
        {event.ticketTypes.map((type) => (
          <li key={type.code} className="flex justify-between gap-4 py-3">
            <bdi className="font-semibold">{type.name}</bdi>
            <span>{formatPrice(type.price, event.currency)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
