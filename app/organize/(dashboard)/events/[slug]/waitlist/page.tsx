import { Hourglass, Mail, ScrollText } from "lucide-react";
import type { Metadata, Route } from "next";
import { ExportMenu } from "@/components/organize/export-menu";
import { DemandStats } from "@/components/organize/waitlist/demand-stats";
import { EntryList } from "@/components/organize/waitlist/entry-list";
import { RunButton } from "@/components/organize/waitlist/run-button";
import { WaitlistFilters } from "@/components/organize/waitlist/waitlist-filters";
import { WaitlistNotice } from "@/components/organize/waitlist/waitlist-notice";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { requireEvent } from "@/lib/access/access";
import { hasPermission } from "@/lib/access/permissions";
import { routeParams } from "@/lib/names/route-params";
import { findWaitlistDemand } from "@/lib/waitlist/demand";
import { listOrganizerEntries } from "@/lib/waitlist/organizer-lists";
import { type WaitlistSearch, waitlistHref, waitlistPath, waitlistSearchSchema } from "@/lib/waitlist/organizer-search";
import { waitlistPage } from "@/texts/organizer-waitlist";

export const metadata: Metadata = { title: waitlistPage.title };
export const instant = false;

export default async function WaitlistPage({ params, searchParams }: PageProps<"/organize/events/[slug]/waitlist">) {
  const [{ slug }, query] = await Promise.all([routeParams(params), searchParams]);
  const { event, role } = await requireEvent(slug, "waitlist.view");
  const search = waitlistSearchSchema.parse(query);
  const [demand, { entries, previous, next }] = await Promise.all([
    findWaitlistDemand(event.id),
    listOrganizerEntries(event.id, search),
  ]);
  const isOpen = event.status === "published" && event.startsAt > new Date();
  const mayManage = isOpen && hasPermission(role, "waitlist.manage");
  const free = event.availableTickets + event.waitlistTickets;
  const isEmpty = demand.waiting + demand.offered + demand.over === 0;

  return (
    <WaitlistNotice>
      <div className="grid gap-6">
        <header className="flex flex-wrap items-center justify-between gap-4">
          <h1 className="text-3xl">{waitlistPage.title}</h1>
          <div className="flex flex-wrap items-center gap-2">
            {isEmpty ? null : (
              <>
                <ButtonLink href={waitlistPath(event.slug, "/runs")} variant="secondary" size="sm">
                  <ScrollText aria-hidden="true" className="size-4" />
                  {waitlistPage.decisionLog}
                </ButtonLink>
                {demand.waiting > 0 && hasPermission(role, "messages.send") ? (
                  <ButtonLink
                    href={`/organize/events/${encodeURIComponent(event.slug)}/messages/new?to=waitlist` as Route}
                    variant="secondary"
                    size="sm"
                  >
                    <Mail aria-hidden="true" className="size-4" />
                    {waitlistPage.message}
                  </ButtonLink>
                ) : null}
                {hasPermission(role, "export") ? <ExportMenu slug={event.slug} what="waitlist" search={query} /> : null}
              </>
            )}
          </div>
        </header>
        {isEmpty ? (
          <EmptyWaitlist event={event} />
        ) : (
          <>
            <DemandStats demand={demand} free={free} reserved={event.waitlistTickets} />
            {mayManage && demand.waiting > 0 ? (
              <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
                <RunButton slug={event.slug} />
                <p className="max-w-prose text-sm text-muted text-pretty">{waitlistPage.runHint}</p>
              </div>
            ) : null}
            <WaitlistFilters slug={event.slug} search={search} demand={demand} />
            {entries.length > 0 ? (
              <EntryList
                slug={event.slug}
                timeZone={event.timeZone}
                entries={entries}
                offerableSeats={mayManage ? free : null}
              />
            ) : (
              <NoMatches slug={event.slug} search={search} />
            )}
            <Pager
              previous={previous ? waitlistHref(event.slug, search, { before: previous }) : null}
              next={next ? waitlistHref(event.slug, search, { after: next }) : null}
            />
          </>
        )}
      </div>
    </WaitlistNotice>
  );
}

function EmptyWaitlist({ event }: { event: { slug: string; status: string; waitlistEnabled: boolean } }) {
  return (
    <EmptyState
      icon={<Hourglass aria-hidden="true" className="size-6" />}
      title={waitlistPage.emptyTitle}
      action={
        <ButtonLink href={`/organize/events/${encodeURIComponent(event.slug)}/edit` as Route} variant="secondary">
          {event.waitlistEnabled ? waitlistPage.viewSetting : waitlistPage.enable}
        </ButtonLink>
      }
    >
      {event.waitlistEnabled ? waitlistPage.empty : waitlistPage.disabled}
    </EmptyState>
  );
}

function NoMatches({ slug, search }: { slug: string; search: WaitlistSearch }) {
  const { title, text } = waitlistPage.lists[search.show];
  if (!search.q) return <EmptyState title={title}>{text}</EmptyState>;
  return (
    <EmptyState
      title={waitlistPage.noMatchesTitle}
      action={
        <ButtonLink href={waitlistHref(slug, search, { q: "" })} variant="secondary">
          {waitlistPage.clearSearch}
        </ButtonLink>
      }
    >
      {waitlistPage.noMatches}
    </EmptyState>
  );
}
