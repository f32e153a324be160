import { TicketX } from "lucide-react";
import type { Route } from "next";
import { DateTime } from "@/components/time/date-time";
import { ButtonLink } from "@/components/ui/button";
import { Container } from "@/components/ui/container";
import { RichText } from "@/components/ui/rich-text";
import type { PaymentState } from "@/lib/booking/payment-state";
import { checkoutClosed } from "@/texts/checkout";
import { paymentEnd } from "@/texts/paying";
import { RefundList } from "./refund-list";

export type CheckoutEnd = Exclude<keyof typeof checkoutClosed, "heldUntil" | "myBookings">;

/** A checkout that can no longer be confirmed: what happened, what is true now, and what to do next. */
export function CheckoutClosed({
  end,
  booking,
  tryAgain,
}: {
  end: CheckoutEnd;
  booking: {
    expiresAt: Date | null;
    currency: string;
    numberOfTickets: number;
    payment: PaymentState;
    event: { slug: string; name: string; timeZone: string };
  };
  /** The event's page with the same tickets chosen. */
  tryAgain: string;
}) {
  const { event, expiresAt, payment, currency, numberOfTickets } = booking;
  const eventPath = `/events/${event.slug}`;
  const nextPages: Record<CheckoutEnd, string> = {
    expired: tryAgain,
    offerExpired: eventPath,
    released: tryAgain,
    offerDeclined: eventPath,
    cancelled: tryAgain,
    eventCancelled: "/events",
  };
  const { title, text, next } = checkoutClosed[end];
  const hasExpired = end === "expired" || end === "offerExpired";
  return (
    <Container width="text" className="grid justify-items-start gap-5 py-16 sm:py-24">
      <div className="grid size-14 place-items-center rounded-full bg-sunken text-muted">
        <TicketX aria-hidden="true" className="size-7" />
      </div>
      <h1 className="text-4xl leading-tight sm:text-5xl">{title}</h1>
      <p dir="auto" className="font-semibold">
        {event.name}
      </p>
      <p className="max-w-prose text-lg text-muted text-pretty">
        {hasExpired && expiresAt ? (
          <span>
            <RichText
              text={checkoutClosed.heldUntil(numberOfTickets)}
              values={{ until: <DateTime start={expiresAt} timeZone={event.timeZone} /> }}
            />{" "}
          </span>
        ) : null}
        <span>{text}</span>
      </p>
      {payment.paid ? (
        <div className="grid w-full gap-2 rounded-control bg-sunken p-4">
          <p className="font-semibold">{paymentEnd.tooLate}</p>
          <RefundList refunds={payment.refunds} currency={currency} timeZone={event.timeZone} />
        </div>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-3">
        <ButtonLink href={nextPages[end] as Route} size="lg">
          {next}
        </ButtonLink>
        <ButtonLink href="/bookings" variant="secondary" size="lg">
          {checkoutClosed.myBookings}
        </ButtonLink>
      </div>
    </Container>
  );
}
