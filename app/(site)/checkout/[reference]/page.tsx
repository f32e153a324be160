import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CheckoutClosed, type CheckoutEnd } from "@/components/checkout/checkout-closed";
import { CheckoutForm } from "@/components/checkout/checkout-form";
import { EventSummary } from "@/components/checkout/event-summary";
import { HoldClock } from "@/components/checkout/hold-clock";
import { HoldProvider } from "@/components/checkout/hold-provider";
import { Payment } from "@/components/checkout/payment";
import { PaymentNotice } from "@/components/checkout/payment-notice";
import { PriceBreakdown } from "@/components/checkout/price-breakdown";
import { ReleaseForm } from "@/components/checkout/release-form";
import { Terms } from "@/components/checkout/terms";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { Container } from "@/components/ui/container";
import { requireViewer } from "@/lib/auth/viewer";
import { formatChoice } from "@/lib/booking/choice";
import { findCheckoutView } from "@/lib/booking/queries";
import type { CheckoutView } from "@/lib/booking/results";
import { askAboutPayment } from "@/lib/checkout/payment-return";
import { formatMoney } from "@/lib/money/format";
import { routeParams } from "@/lib/names/route-params";
import { checkoutPage } from "@/texts/checkout";
import { onlinePayment } from "@/texts/paying";

// Not streamed, as the page has to work without scripts.
export const instant = false;

export const metadata: Metadata = { title: checkoutPage.title, robots: { index: false } };

function checkoutEndFor(booking: CheckoutView, now: Date): CheckoutEnd | null {
  const isOffer = booking.source === "waitlist";
  const isOverdue = booking.expiresAt !== null && booking.expiresAt <= now;
  if (booking.status === "cancelled" && booking.confirmedAt) return "cancelled";
  if (booking.status === "cancelled") return isOffer ? "offerDeclined" : "released";
  if (booking.event.status === "cancelled") return "eventCancelled";
  if (booking.status === "expired" || isOverdue) return isOffer ? "offerExpired" : "expired";
  return null;
}

export default async function CheckoutPage({ params, searchParams }: PageProps<"/checkout/[reference]">) {
  const { reference } = await routeParams(params);
  const viewer = await requireViewer(`/checkout/${reference}`);
  const { held, payment: from } = await searchParams;
  const hasLeft = from === "left";
  // Coming back from the provider's page, which knows whether a card was declined.
  if (hasLeft) await askAboutPayment(reference, viewer.id);
  const booking = await findCheckoutView(reference, viewer.id);
  if (!booking) notFound();
  if (booking.status === "confirmed") redirect(`/bookings/${reference}`);

  const { event, organizer, items, expiresAt, totalPrice, currency, payment, isPaidOnline } = booking;
  const now = new Date();
  const isOverdue = expiresAt !== null && expiresAt <= now;
  // It lasts until the provider has said what became of the payment.
  if (booking.status === "pending" && payment.attempt && (isOverdue || payment.attempt !== "open")) {
    redirect(`/checkout/${reference}/paid`);
  }
  const tryAgain = `/events/${event.slug}?tickets=${formatChoice(items)}`;
  const end = checkoutEndFor(booking, now);
  if (end || !expiresAt) {
    return <CheckoutClosed end={end ?? "expired"} booking={booking} tryAgain={tryAgain} />;
  }

  const isOffer = booking.source === "waitlist";
  const isBegun = payment.attempt === "open" && !hasLeft;
  const price = formatMoney(totalPrice, currency);
  const { numberOfTickets } = booking;
  const heldBefore = checkoutPage.heldBefore(numberOfTickets);

  return (
    <Container className="grid gap-8 pt-10 pb-8 sm:pt-14">
      <h1 className="text-4xl sm:text-5xl">{checkoutPage.title}</h1>
      <HoldProvider reference={reference} expiresAt={expiresAt.toISOString()}>
        <HoldClock
          expiresAt={expiresAt}
          timeZone={event.timeZone}
          isOffer={isOffer}
          tickets={numberOfTickets}
          canConfirmLate={!isPaidOnline}
          tryAgain={tryAgain}
        />
        {held === "before" ? (
          <Alert tone="info" title={isOffer ? heldBefore.offerTitle : heldBefore.title}>
            {heldBefore[isPaidOnline ? (isOffer ? "offerPayText" : "payText") : isOffer ? "offerText" : "text"]}
          </Alert>
        ) : null}
        {isPaidOnline ? (
          <PaymentNotice payment={payment} isBegun={isBegun} expiresAt={expiresAt} timeZone={event.timeZone} />
        ) : null}
        <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr] lg:gap-x-16 lg:gap-y-6">
          <Card className="grid gap-6 lg:col-start-2">
            <EventSummary event={event} />
            <PriceBreakdown items={items} total={totalPrice} currency={currency} />
          </Card>
          <div className="lg:col-start-1 lg:row-span-2 lg:row-start-1">
            <CheckoutForm
              reference={reference}
              tickets={booking.tickets}
              viewerName={viewer.name}
              pay={isPaidOnline ? (isBegun ? onlinePayment.continue : onlinePayment.submit(price)) : null}
              hasAccepted={payment.unpaid !== null}
              payment={<Payment amount={totalPrice} currency={currency} isOnline={isPaidOnline} />}
              terms={
                <Terms
                  event={event}
                  organizerName={organizer.name}
                  isFree={totalPrice === 0}
                  isPaidOnline={isPaidOnline}
                />
              }
            />
          </div>
          <ReleaseForm reference={reference} isOffer={isOffer} tickets={numberOfTickets} />
        </div>
      </HoldProvider>
    </Container>
  );
}
