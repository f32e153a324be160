import { Button } from "@/components/ui/button";
import type { TicketPanelEvent } from "@/lib/events/ticket-panel-event";
import { formatPrice } from "@/lib/money/format";
import { reserveBar } from "@/texts/checkout";
import { ticketCount } from "@/texts/plural";
import type { ChoiceState } from "./use-choice";

/** The chosen quantity, its price, and the Reserve button. */
export function ReserveBar({
  event,
  choice,
  pending,
}: {
  event: TicketPanelEvent;
  choice: ChoiceState;
  pending: boolean;
}) {
  const isEmpty = choice.total === 0;
  return (
    <div className="grid gap-3">
      <p className="flex items-baseline justify-between gap-4">
        <span className="text-muted">{isEmpty ? reserveBar.empty : ticketCount(choice.total)}</span>
        <output className="text-xl font-semibold tabular-nums">
          {isEmpty ? "–" : formatPrice(choice.price, event.currency)}
        </output>
      </p>
      <Button type="submit" size="lg" pending={pending} className="w-full">
        {reserveBar.submit}
      </Button>
      <p className="text-center text-sm text-muted text-pretty">
        <span>{choice.isRestored ? reserveBar.restored(choice.total) : reserveBar.heldFor(event.holdMinutes)}</span>{" "}
        {event.ticketTypes.some(({ price }) => price > 0) ? (
          <span>{event.paymentMethod === "online" ? reserveBar.payOnline : reserveBar.payAtVenue}</span>
        ) : null}
      </p>
    </div>
  );
}
