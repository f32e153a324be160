import { Ticket } from "lucide-react";
import type { Metadata, Route } from "next";
import Link from "next/link";
import { BookingList, BookingSection } from "@/components/bookings/booking-list";
import { WaitlistEntries } from "@/components/bookings/waitlist-entries";
import { ButtonLink } from "@/components/ui/button";
import { Container } from "@/components/ui/container";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { listMyHolds, listPastBookings, listUpcomingBookings, parseCursor } from "@/lib/booking/my-bookings";
import { listMyWaitlistEntries } from "@/lib/waitlist/queries";
import { bookingsPage } from "@/texts/bookings";

// Not streamed, as the page has to work without scripts.
export const instant = false;

export const metadata: Metadata = { title: bookingsPage.title, robots: { index: false } };

const firstValue = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export default async function BookingsPage({ searchParams }: PageProps<"/bookings">) {
  const query = await searchParams;
  const isPast = firstValue(query.show) === "past";
  const viewer = await requireViewer(isPast ? "/bookings?show=past" : "/bookings");
  const after = parseCursor(firstValue(query.after));
  const now = new Date();
  const isFirstPage = !isPast && !after;
  const [{ bookings, next }, holds, entries] = await Promise.all([
    isPast ? listPastBookings(viewer.id, after, now) : listUpcomingBookings(viewer.id, after, now),
    isFirstPage ? listMyHolds(viewer.id, now) : [],
    isFirstPage ? listMyWaitlistEntries(viewer.id, now) : [],
  ]);
  const isEmpty = bookings.length + holds.length + entries.length === 0;
  const empty = isPast ? bookingsPage.emptyPast : bookingsPage.empty;
  const nextPage = `/bookings?${new URLSearchParams({ ...(isPast ? { show: "past" } : {}), after: next ?? "" })}`;

  return (
    <Container>
      <PageHeader title={bookingsPage.title} />
      <nav aria-label={bookingsPage.tabsLabel} className="mb-8 flex gap-2 border-b border-line">
        <Tab href="/bookings" isCurrent={!isPast}>
          {bookingsPage.upcoming}
        </Tab>
        <Tab href="/bookings?show=past" isCurrent={isPast}>
          {bookingsPage.past}
        </Tab>
      </nav>
      <div className="grid gap-12">
        {holds.length > 0 ? (
          <BookingSection title={bookingsPage.holdsTitle}>
            <BookingList bookings={holds} now={now} />
          </BookingSection>
        ) : null}
        {bookings.length > 0 ? (
          <BookingSection
            title={isPast ? bookingsPage.past : bookingsPage.upcoming}
            isQuiet={holds.length + entries.length === 0}
          >
            <BookingList bookings={bookings} now={now} />
            {next ? (
              <ButtonLink href={nextPage as Route} variant="secondary" className="justify-self-center">
                {bookingsPage.showMore}
              </ButtonLink>
            ) : null}
          </BookingSection>
        ) : null}
        {entries.length > 0 ? (
          <BookingSection title={bookingsPage.waitlistTitle}>
            <WaitlistEntries entries={entries} />
          </BookingSection>
        ) : null}
        {isEmpty ? (
          <EmptyState
            icon={<Ticket aria-hidden="true" className="size-7" />}
            title={empty.title}
            action={<ButtonLink href="/events">{bookingsPage.findEvent}</ButtonLink>}
          >
            {empty.text}
          </EmptyState>
        ) : null}
      </div>
    </Container>
  );
}

function Tab({ href, isCurrent, children }: { href: Route; isCurrent: boolean; children: string }) {
  return (
    <Link
      href={href}
      aria-current={isCurrent ? "page" : undefined}
      className="-mb-px flex min-h-12 items-center border-b-2 border-transparent px-3 font-semibold text-muted hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
    >
      {children}
    </Link>
  );
}
