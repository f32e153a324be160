import { ButtonLink } from "@/components/ui/button";
import { Countdown } from "@/components/ui/countdown";
import { ClosedTypeForm } from "@/components/waitlist/closed-type-form";
import { LeaveForm } from "@/components/waitlist/leave-form";
import type { ViewerEventStatus } from "@/lib/checkout/viewer-status";
import type { TicketPanelEvent } from "@/lib/events/ticket-panel-event";
import type { Availability } from "@/lib/events/types";
import { viewerStatusNotice } from "@/texts/checkout";

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
          <p className="text-xl font-semibold">{viewerStatusNotice.youAreGoing}</p>
          <p className="text-muted">{viewerStatusNotice.confirmed(tickets(booking.numberOfTickets))}</p>
        </div>
        <ButtonLink href={`/bookings/${booking.reference}`} prefetch={false} size="lg">
          {viewerStatusNotice.viewBooking}
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
            <Countdown until={booking.expiresAt} onEnd={() => onChange()} />
            {viewerStatusNotice.leftToConfirm}
          </p>
        </div>
        <ButtonLink href={`/checkout/${booking.reference}`} prefetch={false} size="lg">
          {isOffer ? viewerStatusNotice.goToCheckout : viewerStatusNotice.continueCheckout}
        </ButtonLink>
      </div>
    );
  }
  if (!waitlist) return null;
  return (
    <div className="grid gap-4">
      <div className="grid gap-2">
        <p className="text-xl font-semibold">{viewerStatusNotice.youAreNumberInLine(waitlist.position)}</p>
        <p>
          <span>{viewerStatusNotice.for(tickets(waitlist.quantity))}</span>
          {waitlist.ticketTypeName ? (
            <span>
              , <bdi>{waitlist.ticketTypeName}</bdi>
            </span>
          ) : null}
          <span>{`${waitlist.acceptFewer ? "; fewer is fine" : ""}.`}</span>
        </p>
        {waitlist.isTypeClosed ? null : (
          <p className="text-muted text-pretty">{viewerStatusNotice.ticketsThatBecomeAvailableGo}</p>
        )}
        {isSelling ? <p className="text-muted text-pretty">{viewerStatusNotice.whatIsOnSaleNow}</p> : null}
      </div>
      {waitlist.isTypeClosed ? (
        <ClosedTypeForm event={event} live={live} typeName={waitlist.ticketTypeName} onDone={onChange} />
      ) : null}
      <LeaveForm slug={event.slug} onDone={onChange} />
    </div>
  );
}
