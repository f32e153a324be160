import { lastClosingOf } from "@/components/events/sales-labels";
import { Countdown } from "@/components/ui/countdown";
import type { TicketPanelEvent } from "@/lib/events/ticket-panel-event";
import type { Availability } from "@/lib/events/types";
import { LOBBY_MINUTES } from "@/lib/events/waiting-room-stage";
import { formatInstant } from "@/lib/time/format";
import { closedNote } from "@/texts/checkout";

/** Why there is nothing to reserve at the moment, and whether and when there will be. */
export function ClosedNote({
  event,
  live,
  skew,
  opening,
  onOpen,
}: {
  event: TicketPanelEvent;
  live: Availability;
  /** How far the server's clock is ahead, in milliseconds. */
  skew: number;
  opening: string | null;
  onOpen: () => void;
}) {
  if (live.state === "not_yet" && opening) {
    const until = new Date(Date.parse(opening) - skew).toISOString();
    return (
      <div className="grid gap-1">
        <p className="text-xl noscript:hidden">
          {closedNote.opensIn}
          <Countdown until={until} onEnd={onOpen} />
        </p>
        <p className="text-muted">
          <span suppressHydrationWarning>
            {closedNote.onSaleFrom(formatInstant(new Date(opening), event.timeZone))}
          </span>
          <span>
            {event.waitingRoom ? (
              closedNote.manyPeopleAreExpectedYou(LOBBY_MINUTES)
            ) : (
              <span className="noscript:hidden">{closedNote.thisPageOpensByItself}</span>
            )}
          </span>
        </p>
      </div>
    );
  }
  const closed = formatInstant(new Date(lastClosingOf(event)), event.timeZone);
  const words: Partial<Record<Availability["state"], { title: string; text: string }>> = {
    not_yet: { title: "Tickets are not on sale yet", text: "They appear here as soon as they are." },
    sold_out: { title: "Every ticket is taken", text: "Tickets that come back appear here by themselves." },
    sales_closed: { title: "Sales have closed", text: `They closed on ${closed}.` },
    past: { title: "This event is over", text: "See what else the organizer has planned." },
    cancelled: { title: "This event was cancelled", text: "The organizer cancelled it. Nobody can book it any more." },
  };
  const { title, text } = words[live.state] ?? {
    title: "Tickets are not available",
    text: "Try again a little later.",
  };
  return (
    <div className="grid gap-1">
      <p className="text-xl font-semibold">{title}</p>
      <p suppressHydrationWarning className="text-muted">
        {text}
      </p>
    </div>
  );
}
