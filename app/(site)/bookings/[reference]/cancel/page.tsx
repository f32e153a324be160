import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CancelForm } from "@/components/bookings/cancel-form";
import { EventSummary } from "@/components/checkout/event-summary";
import { DateTime } from "@/components/time/date-time";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Container } from "@/components/ui/container";
import { PageHeader } from "@/components/ui/page-header";
import { RichText } from "@/components/ui/rich-text";
import { requireViewer } from "@/lib/auth/viewer";
import { findCheckoutView } from "@/lib/booking/queries";
import { cancellationPolicyFor } from "@/lib/checkout/cancellation-messages";
import { messageFor } from "@/lib/checkout/messages";
import { cancelRefundText } from "@/lib/checkout/payment-messages";
import { routeParams } from "@/lib/names/route-params";
import { cancelPage } from "@/texts/bookings";

// Not streamed, as the page has to work without scripts.
export const instant = false;

export const metadata: Metadata = { title: cancelPage.metadataTitle, robots: { index: false } };

export default async function CancelPage({ params }: PageProps<"/bookings/[reference]/cancel">) {
  const { reference } = await routeParams(params);
  const viewer = await requireViewer(`/bookings/${reference}/cancel`);
  const booking = await findCheckoutView(reference, viewer.id);
  if (!booking) notFound();
  if (booking.status !== "confirmed") redirect(`/bookings/${reference}`);

  const { event, numberOfTickets } = booking;
  const refund = cancelRefundText(booking);
  const policy = cancellationPolicyFor(event);
  const isTooLate = (!policy.isOpen || booking.isCheckedIn) && event.status !== "cancelled";
  const context = { doing: "cancel", timeZone: event.timeZone, eventPath: `/events/${event.slug}` } as const;
  const closed = booking.isCheckedIn
    ? messageFor({ ok: false, code: "ALREADY_CHECKED_IN" }, context)
    : messageFor({ ok: false, code: "CANCELLATION_CLOSED", closedAt: policy.deadline }, context);
  return (
    <Container width="text">
      <PageHeader title={isTooLate ? closed.title : cancelPage.title} />
      <div className="grid gap-6">
        <Card>
          <EventSummary event={event} />
        </Card>
        {isTooLate ? (
          <>
            <Alert tone="warning">{closed.text}</Alert>
            <ButtonLink href={`/bookings/${reference}`} size="lg" className="justify-self-start">
              {cancelPage.back}
            </ButtonLink>
          </>
        ) : (
          <>
            <div className="grid gap-2 text-lg text-pretty">
              <p>{cancelPage.consequence(numberOfTickets)}</p>
              {refund ? <p className="font-semibold">{refund}</p> : null}
              {policy.isOpen ? (
                <p className="text-muted">
                  <RichText
                    text={policy.note}
                    values={{ deadline: <DateTime start={policy.deadline} timeZone={event.timeZone} /> }}
                  />
                </p>
              ) : null}
            </div>
            <CancelForm reference={reference} />
          </>
        )}
      </div>
    </Container>
  );
}
