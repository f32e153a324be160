import { MessageSquare } from "lucide-react";
import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Timeline } from "@/components/bookings/timeline";
import { BookingSummary } from "@/components/organize/attendees/booking-summary";
import { CancelDialog } from "@/components/organize/attendees/cancel-dialog";
import { HolderEditor } from "@/components/organize/attendees/holder-editor";
import { ResendEmailButton } from "@/components/organize/attendees/resend-email-button";
import { TicketTypeDialog } from "@/components/organize/attendees/ticket-type-dialog";
import { formatTicketCode, TicketState } from "@/components/organize/attendees/tickets-list";
import { ConflictList } from "@/components/organize/check-in/conflict-list";
import { BookingPaymentsSection } from "@/components/organize/payments/booking-payments";
import { LeftResult } from "@/components/organize/payments/left-result";
import { ButtonLink } from "@/components/ui/button";
import { type EventAccess, requireEvent } from "@/lib/access/access";
import { hasPermission } from "@/lib/access/permissions";
import { type BookingDetail, getBookingDetail, listTicketTypeOptions } from "@/lib/attendees/booking-detail";
import { messageForConflict } from "@/lib/check-in/check-in-messages";
import { formatMoney } from "@/lib/money/format";
import { routeParams } from "@/lib/names/route-params";
import { readNoScriptResult } from "@/lib/requests/no-script-result";
import { referenceAttendeesPage } from "@/texts/attendees";
import { cancelRefund } from "@/texts/organizer-payments";

export const metadata: Metadata = { title: referenceAttendeesPage.pageTitle };
export const instant = false;

export default async function AttendeePage({ params }: PageProps<"/organize/events/[slug]/attendees/[reference]">) {
  const { slug, reference } = await routeParams(params);
  const { event, role } = await requireEvent(slug, "attendees.view");
  const path = `/organize/events/${encodeURIComponent(event.slug)}/attendees/${encodeURIComponent(reference)}`;
  const [booking, types, left] = await Promise.all([
    getBookingDetail(event.id, reference),
    listTicketTypeOptions(event.id),
    readNoScriptResult(path, { message: z.string() }),
  ]);
  if (!booking) notFound();
  const mayManage = hasPermission(role, "attendees.manage");
  return (
    <div className="grid gap-8">
      <header className="grid gap-1">
        <p>
          <Link
            href={`/organize/events/${event.slug}/attendees` as Route}
            className="inline-flex min-h-11 items-center text-muted underline underline-offset-4 hover:text-ink"
          >
            {referenceAttendeesPage.back}
          </Link>
        </p>
        <h1 dir="auto" translate="no" className="text-3xl wrap-anywhere">
          {booking.name}
        </h1>
        <p translate="no" className="text-lg tracking-wider text-muted">
          {booking.reference}
        </p>
      </header>
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-12">
        <div className="grid gap-10">
          <ConflictList
            slug={event.slug}
            conflicts={booking.conflicts.map((conflict) => ({ ...conflict, ...messageForConflict(conflict, event) }))}
          />
          {hasPermission(role, "payments.view") ? (
            <>
              <LeftResult left={left} />
              <BookingPaymentsSection
                event={event}
                booking={booking}
                mayManage={hasPermission(role, "payments.manage")}
                newKey={crypto.randomUUID()}
                left={left && !left.ok ? left : null}
              />
            </>
          ) : null}
          <Tickets booking={booking} event={event} mayManage={mayManage} />
          <section aria-labelledby="history-title" className="grid gap-4">
            <h2 id="history-title" className="text-2xl">
              {referenceAttendeesPage.history}
            </h2>
            <Timeline entries={booking.timeline} timeZone={event.timeZone} />
          </section>
        </div>
        <div className="grid gap-6">
          <BookingSummary booking={booking} timeZone={event.timeZone} now={new Date()} />
          <BookingActions
            booking={booking}
            event={event}
            types={types.map(({ id: _, ...type }) => type)}
            mayManage={mayManage}
            mayWrite={hasPermission(role, "messages.send")}
          />
        </div>
      </div>
    </div>
  );
}

function Tickets({
  booking,
  event,
  mayManage,
}: {
  booking: BookingDetail;
  event: EventAccess["event"];
  mayManage: boolean;
}) {
  return (
    <section aria-labelledby="tickets-title" className="grid gap-4">
      <h2 id="tickets-title" className="text-2xl">
        {referenceAttendeesPage.tickets}
      </h2>
      {booking.tickets.length === 0 ? (
        <p className="text-muted">{referenceAttendeesPage.noTickets}</p>
      ) : (
        <ul className="rounded-card border border-line bg-surface">
          {booking.tickets.map((ticket) => (
            <li key={ticket.code} className="grid gap-1 border-b border-line p-4 last:border-0 sm:px-5">
              <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
                <div className="min-w-0">
                  <p className="font-semibold wrap-anywhere">
                    <bdi translate="no">{ticket.holderName}</bdi>
                  </p>
                  <p className="text-muted wrap-anywhere">
                    <bdi>{ticket.type.name}</bdi>
                    {ticket.holderEmail ? (
                      <span>
                        {" · "}
                        <bdi translate="no">{ticket.holderEmail}</bdi>
                      </span>
                    ) : null}
                  </p>
                  <p className="text-sm tracking-wide text-muted tabular-nums">{formatTicketCode(ticket.code)}</p>
                </div>
                <TicketState ticket={ticket} event={event} />
              </div>
              {mayManage && ticket.status === "valid" ? <HolderEditor slug={event.slug} ticket={ticket} /> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What cancelling returns to the buyer: automatically, and manually. */
function describeRefunds({ money, currency }: BookingDetail): string[] {
  const of = (provider: "stripe" | "venue") =>
    money.payments
      .filter((payment) => payment.provider === provider)
      .reduce((sum, { capturedAmount, refundedAmount }) => sum + capturedAmount - refundedAmount, 0);
  const [online, venue] = [of("stripe"), of("venue")];
  return [
    ...(online > 0 ? [cancelRefund.refunded(formatMoney(online, currency))] : []),
    ...(venue > 0 ? [cancelRefund.handedBack(formatMoney(venue, currency))] : []),
  ];
}

function BookingActions({
  booking,
  event,
  types,
  mayManage,
  mayWrite,
}: {
  booking: BookingDetail;
  event: EventAccess["event"];
  types: { code: string; name: string; price: number; left: number | null }[];
  mayManage: boolean;
  mayWrite: boolean;
}) {
  const { slug, currency } = event;
  const { reference, name, numberOfTickets } = booking;
  const isConfirmed = booking.status === "confirmed";
  const isHold = booking.status === "pending";
  const hasEmail = isConfirmed || booking.status === "cancelled" || (isHold && booking.source === "waitlist");
  if (!mayManage && !mayWrite) return null;
  const checkedIn = booking.tickets.filter(({ checkedInAt }) => checkedInAt !== null).length;
  return (
    <section aria-label={referenceAttendeesPage.actions} className="grid gap-3">
      {mayManage && hasEmail ? <ResendEmailButton slug={slug} reference={reference} /> : null}
      {mayWrite ? (
        <ButtonLink
          href={`/organize/events/${slug}/messages/new?to=references:${reference}` as Route}
          variant="secondary"
        >
          <MessageSquare aria-hidden="true" className="size-5" />
          {referenceAttendeesPage.message}
        </ButtonLink>
      ) : null}
      {mayManage && isConfirmed && types.length > 1 && event.status !== "cancelled" ? (
        <TicketTypeDialog
          slug={slug}
          reference={reference}
          currency={currency}
          types={types}
          tickets={booking.tickets
            .filter(({ status }) => status === "valid")
            .map(({ code, holderName, type }) => ({ code, holderName, type }))}
        />
      ) : null}
      {mayManage && (isConfirmed || isHold) ? (
        <CancelDialog
          slug={slug}
          booking={{ reference, name, numberOfTickets, checkedIn, isHold, refunds: describeRefunds(booking) }}
        />
      ) : null}
    </section>
  );
}
