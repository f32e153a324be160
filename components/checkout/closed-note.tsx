import { lastClosingOf } from "@/components/events/sales-labels";
import { DateTime } from "@/components/time/date-time";
import { Countdown } from "@/components/ui/countdown";
import { RichText } from "@/components/ui/rich-text";
import type { TicketPanelEvent } from "@/lib/events/ticket-panel-event";
import type { Availability } from "@/lib/events/types";
import { LOBBY_MINUTES } from "@/lib/events/waiting-room-stage";
import { closedNote } from "@/texts/checkout";

const notes: Partial<Record<Availability["state"], { title: string; text: string }>> = {
  not_yet: closedNote.notYet,
  sold_out: closedNote.soldOut,
  sales_closed: closedNote.salesClosed,
  past: closedNote.past,
  cancelled: closedNote.cancelled,
};

/** Why no tickets can be reserved now, and when sales open. */
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
          <RichText text={closedNote.opensIn} values={{ time: <Countdown until={until} onEnd={onOpen} /> }} />
        </p>
        <p className="text-muted">
          <RichText
            text={closedNote.onSaleFrom}
            values={{ opening: <DateTime start={new Date(opening)} timeZone={event.timeZone} /> }}
          />{" "}
          {/* Once the lobby is open, its own notice says this. */}
          {live.room === "lobby" ? null : (
            <span>
              {event.waitingRoom ? (
                closedNote.lobby(LOBBY_MINUTES)
              ) : (
                <span className="noscript:hidden">{closedNote.opensAutomatically}</span>
              )}
            </span>
          )}
        </p>
      </div>
    );
  }
  const { title, text } = notes[live.state] ?? closedNote.unavailable;
  const closed = <DateTime start={new Date(lastClosingOf(event))} timeZone={event.timeZone} />;
  return (
    <div className="grid gap-1">
      <p className="text-xl font-semibold">{title}</p>
      <p className="text-muted">
        <RichText text={text} values={{ closed }} />
      </p>
    </div>
  );
}
