import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { EventState } from "@/lib/events/state";
import { eventStates, stateBadge } from "@/texts/events";

const badges: Record<Exclude<EventState, "on_sale" | "few_left">, { tone: BadgeTone; text: string }> = {
  not_yet: { tone: "accent", text: stateBadge.onSaleSoon },
  sold_out: { tone: "neutral", text: eventStates.sold_out },
  sales_closed: { tone: "neutral", text: eventStates.sales_closed },
  past: { tone: "neutral", text: eventStates.past },
  cancelled: { tone: "danger", text: eventStates.cancelled },
};

/** The state of an event. An upcoming event with plenty of tickets has no badge. */
export function StateBadge({
  event: { state, left, isOn },
}: {
  event: { state: EventState; left: number; isOn: boolean };
}) {
  return (
    <>
      {isOn ? <Badge tone="positive">{stateBadge.onNow}</Badge> : null}
      {state === "on_sale" ? null : state === "few_left" ? (
        <Badge tone="warning">{stateBadge.left(left)}</Badge>
      ) : (
        <Badge tone={badges[state].tone}>{badges[state].text}</Badge>
      )}
    </>
  );
}
