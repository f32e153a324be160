import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { EventState } from "@/lib/events/state";
import { stateBadge } from "@/texts/events";

const badges: Record<Exclude<EventState, "on_sale" | "few_left">, { tone: BadgeTone; text: string }> = {
  not_yet: { tone: "accent", text: "On sale soon" },
  sold_out: { tone: "neutral", text: "Sold out" },
  sales_closed: { tone: "neutral", text: "Sales closed" },
  past: { tone: "neutral", text: "Past" },
  cancelled: { tone: "danger", text: "Cancelled" },
};

/** How the event stands, where that is worth a word: an event to come that simply sells says nothing. */
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
