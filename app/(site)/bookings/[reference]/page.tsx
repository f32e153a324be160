import { CalendarPlus, ExternalLink, Navigation } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { BookingDetails } from "@/components/bookings/booking-details";
import { BookingStatus } from "@/components/bookings/booking-status";
import { Cancellation } from "@/components/bookings/cancellation";
import { PrintButton } from "@/components/bookings/print-button";
import { TicketCard } from "@/components/bookings/ticket-card";
import { Timeline } from "@/components/bookings/timeline";
import { Place } from "@/components/events/place";
import { DateTime } from "@/components/time/date-time";
import { Container } from "@/components/ui/container";
import { buttonClasses } from "@/components/ui/control-classes";
import { requireViewer } from "@/lib/auth/viewer";
import { findBookingView } from "@/lib/booking/queries";
import { directionsUrl, googleCalendarUrl } from "@/lib/events/links";
import { routeParams } from "@/lib/names/route-params";
import { siteUrl } from "@/lib/site-url";
import { bookingPage } from "@/texts/bookings";

// Not streamed, as the page has to work without scripts.
export const instant = false;

export const metadata: Metadata = { title: bookingPage.metadataTitle, robots: { index: false } };

export default async function BookingPage({ params }: PageProps<"/bookings/[reference]">) {
  const { reference } = await routeParams(params);
  const viewer = await requireViewer(`/bookings/${reference}`);
  const booking = await findBookingView(reference, viewer.id);
  if (!booking) notFound();
  // Holds, also those that ended without a booking, are shown by the checkout.
  if (!booking.confirmedAt) redirect(`/checkout/${reference}`);

  const now = new Date();
  const { event, tickets, timeline } = booking;
  const isPending = booking.status === "confirmed" && booking.payment.attempt === "authorized";
  const isComing = booking.status === "confirmed" && event.status !== "cancelled" && event.endsAt > now;

  return (
    <Container className="grid gap-8 pt-10 pb-8 sm:pt-14">
      <header className="grid gap-4">
        <p className="text-muted print:hidden">
          <Link
            href="/bookings"
            className="inline-flex min-h-11 items-center underline underline-offset-4 hover:text-ink"
          >
            {bookingPage.myBookings}
          </Link>
        </p>
        <h1 className="text-4xl leading-tight sm:text-5xl">
          <Link href={`/events/${event.slug}`} prefetch={false} className="hover:underline">
            <bdi>{event.name}</bdi>
          </Link>
        </h1>
        <div className="text-lg text-muted">
          <p>
            <DateTime start={event.startsAt} end={event.endsAt} timeZone={event.timeZone} />
          </p>
          <p>
            <Place {...event} />
          </p>
        </div>
        {isComing ? (
          <div className="flex flex-wrap gap-3 print:hidden">
            <a href={`/api/bookings/${reference}/calendar.ics`} className={buttonClasses("secondary", "md")}>
              <CalendarPlus aria-hidden="true" className="size-5" />
              {bookingPage.addToCalendar}
            </a>
            <a
              href={googleCalendarUrl({ ...event, summary: "" }, siteUrl(`/bookings/${reference}`))}
              target="_blank"
              rel="noopener"
              className={buttonClasses("secondary", "md")}
            >
              <ExternalLink aria-hidden="true" className="size-5" />
              {bookingPage.googleCalendar}
            </a>
            <a href={directionsUrl(event)} target="_blank" rel="noopener" className={buttonClasses("secondary", "md")}>
              <Navigation aria-hidden="true" className="size-5" />
              {bookingPage.directions}
            </a>
            <PrintButton />
          </div>
        ) : null}
      </header>

      <div className="print:hidden">
        <BookingStatus booking={booking} email={viewer.email} now={now} />
      </div>

      <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16 print:block">
        {tickets.length > 0 || isPending ? (
          <section aria-labelledby="tickets-title" className="grid gap-5">
            <h2 id="tickets-title" className="text-3xl">
              {bookingPage.ticketsTitle(booking.numberOfTickets)}
            </h2>
            {isPending ? <p className="text-muted text-pretty">{bookingPage.ticketsPending}</p> : null}
            <ul className="grid gap-5">
              {tickets.map((ticket, index) => (
                <TicketCard key={ticket.code} ticket={ticket} number={index + 1} of={tickets.length} event={event} />
              ))}
            </ul>
          </section>
        ) : null}
        <div className="grid gap-10 lg:col-start-2 print:mt-6">
          <BookingDetails booking={booking} />
          <section aria-labelledby="timeline-title" className="grid gap-4 print:hidden">
            <h2 id="timeline-title" className="text-2xl">
              {bookingPage.historyTitle}
            </h2>
            <Timeline entries={timeline} timeZone={event.timeZone} />
          </section>
          {isComing ? (
            <section aria-labelledby="cancel-title" className="grid gap-3 print:hidden">
              <h2 id="cancel-title" className="text-2xl">
                {bookingPage.cancelTitle}
              </h2>
              <Cancellation reference={reference} isCheckedIn={booking.isCheckedIn} event={event} now={now} />
            </section>
          ) : null}
        </div>
      </div>
    </Container>
  );
}
