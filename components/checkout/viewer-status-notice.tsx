import { ButtonLink } from "@/components/ui/button";
import { Countdown } from "@/components/ui/countdown";
import { ClosedTypeForm } from "@/components/waitlist/closed-type-form";
import { LeaveForm } from "@/components/waitlist/leave-form";
import type { ViewerEventStatus } from "@/lib/checkout/viewer-status";
import type { TicketPanelEvent } from "@/lib/events/ticket-panel-event";
import type { Availability } from "@/lib/events/types";

const tickets = (quantity: number) => (quantity === 1 ? "1 ticket" : `${quantity} tickets`);

/** What the viewer already has here: a hold, an offer, a booking or a place in line. */
export function ViewerStatusNotice({
  mine,
  event,
  live,
  isSelling,
  onChange,
}: {
  mine: ViewerEventStatus;
  event: TicketPanelEvent;
  live: Availability;
  /** There are tickets for everybody, beside the place in line. */
  isSelling: boolean;
  onChange: (answer?: { ok: boolean } | null) => void;
}) {
  const { booking, waitlist } = mine;
  if (booking?.status === "confirmed") {
    return (
      <div className="grid gap-3">
        <div>
          <p className="text-xl font-semibold">You are going</p>
          <p className="text-muted">{`${tickets(booking.numberOfTickets)}, confirmed.`}</p>
        </div>
        <ButtonLink href={`/bookings/${booking.reference}`} prefetch={false} size="lg">
          View booking
        </ButtonLink>
      </div>
    );
  }
  if (booking?.expiresAt) {
    const isOffer = booking.source === "waitlist";
    return (
      <div className="grid gap-3">
        <div>
          <p className="text-xl font-semibold">
            {`${isOffer ? "It is your turn: " : "You hold "}${tickets(booking.numberOfTickets)}`}
          </p>
          <p className="text-muted">
            <Countdown until={booking.expiresAt} onEnd={() => onChange()} /> left to confirm.
          </p>
        </div>
        <ButtonLink href={`/checkout/${booking.reference}`} prefetch={false} size="lg">
          {isOffer ? "Go to checkout" : "Continue checkout"}
        </ButtonLink>
      </div>
    );
  }
  if (!waitlist) return null;
  return (
    <div className="grid gap-4">
      <div className="grid gap-2">
        <p className="text-xl font-semibold">{`You are number ${waitlist.position} in line`}</p>
        <p>
          <span>{`For ${tickets(waitlist.quantity)}`}</span>
          {waitlist.ticketTypeName ? (
            <span>
              , <bdi>{waitlist.ticketTypeName}</bdi>
            </span>
          ) : null}
          <span>{`${waitlist.acceptFewer ? "; fewer is fine" : ""}.`}</span>
        </p>
        {waitlist.isTypeClosed ? null : (
          <p className="text-muted text-pretty">
            Tickets that become available go to the waitlist first. We email you as soon as it is your turn, so you
            don't have to keep this page open. You can leave at any time.
          </p>
        )}
        {isSelling ? (
          <p className="text-muted text-pretty">
            What is on sale now is fewer than you wait for, or of another type. If you book it, you leave the waitlist.
          </p>
        ) : null}
      </div>
      {waitlist.isTypeClosed ? (
        <ClosedTypeForm event={event} live={live} typeName={waitlist.ticketTypeName} onDone={onChange} />
      ) : null}
      <LeaveForm slug={event.slug} onDone={onChange} />
    </div>
  );
}
