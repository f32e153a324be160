import { Button } from "@/components/ui/button";
import { formatMoney } from "@/lib/money/format";
import type { TicketPanelEvent } from "./ticket-panel";
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
  const tickets = choice.total === 1 ? "1 ticket" : `${choice.total} tickets`;
  const price = choice.total > 0 && choice.price === 0 ? "Free" : formatMoney(choice.price, event.currency);
  return (
    <div className="grid gap-3">
      <p className="flex items-baseline justify-between gap-4">
        <span className="text-muted">{tickets}</span>
        <output className="text-xl font-semibold tabular-nums">{price}</output>
      </p>
      <Button type="submit" size="lg" pending={pending} className="w-full">
        Reserve
      </Button>
      <p className="text-center text-sm text-muted text-pretty">
        {choice.isRestored
          ? "Your choice is still here. Reserve to hold it."
          : `Held for ${event.holdMinutes} minutes while you check out.`}
      </p>
    </div>
  );
}
