import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CancelForm } from "@/components/bookings/cancel-form";
import { EventSummary } from "@/components/checkout/event-summary";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Container } from "@/components/ui/container";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { findCheckoutView } from "@/lib/booking/queries";
import { cancellationMessagesFor } from "@/lib/checkout/cancellation-messages";
import { messageFor } from "@/lib/checkout/messages";
import { cancellationDeadline } from "@/lib/inventory/sales";
import { routeParams } from "@/lib/names/route-params";
import { cancelPage } from "@/texts/bookings";

// The whole page or none of it, as it has to work without scripts.
export const instant = false;

export const metadata: Metadata = { title: "Cancel booking", robots: { index: false } };

export default async function CancelPage({ params }: PageProps<"/bookings/[reference]/cancel">) {
  const { reference } = await routeParams(params);
  const viewer = await requireViewer(`/bookings/${reference}/cancel`);
  const booking = await findCheckoutView(reference, viewer.id);
  if (!booking) notFound();
  if (booking.status !== "confirmed") redirect(`/bookings/${reference}`);

  const { event, numberOfTickets } = booking;
  const { isOpen, note } = cancellationMessagesFor(event);
  const isTooLate = (!isOpen || booking.isCheckedIn) && event.status !== "cancelled";
  const context = { doing: "cancel", timeZone: event.timeZone, eventPath: `/events/${event.slug}` } as const;
  const closed = booking.isCheckedIn
    ? messageFor({ ok: false, code: "ALREADY_CHECKED_IN" }, context)
    : messageFor({ ok: false, code: "CANCELLATION_CLOSED", closedAt: cancellationDeadline(event) }, context);
  return (
    <Container width="text">
      <PageHeader title={isTooLate ? closed.title : cancelPage.cancelThisBooking} />
      <div className="grid gap-6">
        <Card>
          <EventSummary event={event} />
        </Card>
        {isTooLate ? (
          <>
            <Alert tone="warning">{closed.text}</Alert>
            <ButtonLink href={`/bookings/${reference}`} size="lg" className="justify-self-start">
              {cancelPage.backToTheBooking}
            </ButtonLink>
          </>
        ) : (
          <>
            <div className="grid gap-2 text-lg text-pretty">
              <p>
                {`${
                  numberOfTickets === 1
                    ? "Your ticket stops being valid at once, and somebody else can have it."
                    : `${numberOfTickets === 2 ? "Both" : `All ${numberOfTickets}`} tickets stop being valid at once, and others can have them.`
                } This cannot be undone.`}
              </p>
              {isOpen ? <p className="text-muted">{note}</p> : null}
            </div>
            <CancelForm reference={reference} />
          </>
        )}
      </div>
    </Container>
  );
}
