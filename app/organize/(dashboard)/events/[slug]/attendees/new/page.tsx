import type { Metadata, Route } from "next";
import Link from "next/link";
import { GuestForm } from "@/components/organize/attendees/guest-form";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireEvent } from "@/lib/access/access";
import { listTicketTypeOptions } from "@/lib/attendees/booking-detail";
import { routeParams } from "@/lib/names/route-params";
import { newPage } from "@/texts/attendees";

export const metadata: Metadata = { title: "Add a guest" };
export const instant = false;

const formatSeatCount = (count: number) => `${count.toLocaleString("en-GB")} ${count === 1 ? "seat" : "seats"}`;

export default async function NewGuestPage({ params }: PageProps<"/organize/events/[slug]/attendees/new">) {
  const { slug } = await routeParams(params);
  const { event } = await requireEvent(slug, "attendees.manage");
  const types = await listTicketTypeOptions(event.id);
  const owed = event.waitlistTickets;
  return (
    <div className="grid max-w-2xl gap-6">
      <header className="grid gap-2">
        <p>
          <Link
            href={`/organize/events/${event.slug}/attendees` as Route}
            className="inline-flex min-h-11 items-center text-muted underline underline-offset-4 hover:text-ink"
          >
            {newPage.attendees}
          </Link>
        </p>
        <h1 className="text-3xl">{newPage.addGuest}</h1>
        <p className="text-muted text-pretty">
          {`Booked and confirmed at once. ${formatSeatCount(event.availableTickets)} of ${event.capacity.toLocaleString("en-GB")} can be given away${
            owed > 0 ? `; ${owed.toLocaleString("en-GB")} more are owed to the waitlist.` : "."
          }`}
        </p>
      </header>
      {event.status === "published" && types.length > 0 ? (
        <GuestForm slug={event.slug} types={types.map(({ id: _, ...type }) => type)} currency={event.currency} />
      ) : (
        <EmptyState
          title={event.status === "cancelled" ? newPage.thisEventIsCancelled : newPage.thisEventIsStillDraft}
          action={<ButtonLink href={`/organize/events/${event.slug}` as Route}>To the event</ButtonLink>}
        >
          {newPage.guestsCanBeAddedWhile}
        </EmptyState>
      )}
    </div>
  );
}
