import type { Metadata, Route } from "next";
import Link from "next/link";
import { GuestForm } from "@/components/organize/attendees/guest-form";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireEvent } from "@/lib/access/access";
import { listTicketTypeOptions } from "@/lib/attendees/booking-detail";
import { routeParams } from "@/lib/names/route-params";
import { newPage } from "@/texts/attendees";

export const metadata: Metadata = { title: newPage.title };
export const instant = false;

export default async function NewGuestPage({ params }: PageProps<"/organize/events/[slug]/attendees/new">) {
  const { slug } = await routeParams(params);
  const { event } = await requireEvent(slug, "attendees.manage");
  const types = await listTicketTypeOptions(event.id);
  return (
    <div className="grid max-w-2xl gap-6">
      <header className="grid gap-2">
        <p>
          <Link
            href={`/organize/events/${event.slug}/attendees` as Route}
            className="inline-flex min-h-11 items-center text-muted underline underline-offset-4 hover:text-ink"
          >
            {newPage.back}
          </Link>
        </p>
        <h1 className="text-3xl">{newPage.title}</h1>
        <p className="text-muted text-pretty">
          {newPage.intro(event.availableTickets, event.capacity, event.waitlistTickets)}
        </p>
      </header>
      {event.status === "published" && types.length > 0 ? (
        <GuestForm slug={event.slug} types={types.map(({ id: _, ...type }) => type)} currency={event.currency} />
      ) : (
        <EmptyState
          title={event.status === "cancelled" ? newPage.cancelledTitle : newPage.draftTitle}
          action={<ButtonLink href={`/organize/events/${event.slug}` as Route}>{newPage.toEvent}</ButtonLink>}
        >
          {newPage.notPublished}
        </EmptyState>
      )}
    </div>
  );
}
