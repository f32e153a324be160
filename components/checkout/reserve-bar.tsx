import { Button } from "@/components/ui/button";
import type { TicketPanelEvent } from "@/lib/events/ticket-panel-event";
import { formatPrice } from "@/lib/money/format";
import { reserveBar } from "@/texts/checkout";
import type { ChoiceState } from "./use-choice";

/** What the choice adds up to, and the button that holds it. */
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
  const tickets = choice.total === 1 ? "1 ticket" : `${choice.total} tickets`;
  return (
    <div className="grid gap-3">
      <p className="flex items-baseline justify-between gap-4">
        <span className="text-muted">{isEmpty ? reserveBar.chooseYourTickets : tickets}</span>
        <output className="text-xl font-semibold tabular-nums">
          {isEmpty ? "–" : formatPrice(choice.price, event.currency)}
        </output>
      </p>
      <Button type="submit" size="lg" pending={pending} className="w-full">
        {reserveBar.reserve}
      </Button>
      <p className="text-center text-sm text-muted text-pretty">
        {choice.isRestored ? reserveBar.yourChoiceIsStillHere : reserveBar.heldForMinutesWhileYou(event.holdMinutes)}
      </p>
    </div>
  );
}
