import { ButtonLink } from "@/components/ui/button";
import { Countdown } from "@/components/ui/countdown";
import { RichText } from "@/components/ui/rich-text";
import { ClosedTypeForm } from "@/components/waitlist/closed-type-form";
import { LeaveForm } from "@/components/waitlist/leave-form";
import type { ViewerEventStatus } from "@/lib/checkout/viewer-status";
import type { TicketPanelEvent } from "@/lib/events/ticket-panel-event";
import type { Availability } from "@/lib/events/types";
import { viewerStatusNotice } from "@/texts/checkout";

function checkoutLabel({ source, payment }: NonNullable<ViewerEventStatus["booking"]>) {
  if (payment === "begun") return viewerStatusNotice.continueToPayment;
  return source === "waitlist" ? viewerStatusNotice.goToCheckout : viewerStatusNotice.continueCheckout;
}

/** The viewer's hold, offer, booking or waitlist entry. */
export function ViewerStatusNotice({
  viewerStatus,
  event,
  live,
  isSelling,
  onChange,
}: {
  viewerStatus: ViewerEventStatus;
  event: TicketPanelEvent;
  live: Availability;
  /** Tickets are on sale, beside the waitlist. */
  isSelling: boolean;
  onChange: (answer?: { ok: boolean } | null) => void;
}) {
  const { booking, waitlist } = viewerStatus;
  if (booking?.status === "confirmed") {
    return (
      <div className="grid gap-3">
        <div>
          <p className="text-xl font-semibold">{viewerStatusNotice.goingTitle}</p>
          <p className="text-muted">{viewerStatusNotice.confirmed(booking.numberOfTickets)}</p>
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
            {isOffer
              ? viewerStatusNotice.offerTitle(booking.numberOfTickets)
              : viewerStatusNotice.heldTitle(booking.numberOfTickets)}
          </p>
          <p className="text-muted">
            <RichText
              text={booking.payment ? viewerStatusNotice.timeLeftToPay : viewerStatusNotice.timeLeft}
              values={{ time: <Countdown until={booking.expiresAt} onEnd={() => onChange()} /> }}
            />
          </p>
        </div>
        <ButtonLink href={`/checkout/${booking.reference}`} prefetch={false} size="lg">
          {checkoutLabel(booking)}
        </ButtonLink>
      </div>
    );
  }
  if (!waitlist) return null;
  return (
    <div className="grid gap-4">
      <div className="grid gap-2">
        <p className="text-xl font-semibold">{viewerStatusNotice.waitingTitle(waitlist.position)}</p>
        <p>
          <span>
            {waitlist.acceptFewer && waitlist.quantity > 1
              ? viewerStatusNotice.quantityOrFewer(waitlist.quantity)
              : viewerStatusNotice.quantity(waitlist.quantity)}
          </span>
          {waitlist.ticketTypeName ? (
            <span>
              {" · "}
              <bdi>{waitlist.ticketTypeName}</bdi>
            </span>
          ) : null}
        </p>
        {waitlist.isTypeClosed ? null : <p className="text-muted text-pretty">{viewerStatusNotice.waitingText}</p>}
        {isSelling ? <p className="text-muted text-pretty">{viewerStatusNotice.otherTicketsText}</p> : null}
      </div>
      {waitlist.isTypeClosed ? (
        <ClosedTypeForm event={event} live={live} typeName={waitlist.ticketTypeName} onDone={onChange} />
      ) : null}
      <LeaveForm slug={event.slug} onDone={onChange} />
    </div>
  );
}
