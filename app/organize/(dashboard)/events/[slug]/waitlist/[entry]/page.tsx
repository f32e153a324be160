import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { BackLink } from "@/components/organize/waitlist/back-link";
import { EntryTimes, entryStatusLabels } from "@/components/organize/waitlist/entry-list";
import { OfferButton } from "@/components/organize/waitlist/offer-button";
import { OutcomeBadge } from "@/components/organize/waitlist/outcome-badge";
import { WaitlistNotice } from "@/components/organize/waitlist/waitlist-notice";
import { DateTime } from "@/components/time/date-time";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Pager } from "@/components/ui/pager";
import { RichText } from "@/components/ui/rich-text";
import { requireEvent } from "@/lib/access/access";
import { hasPermission } from "@/lib/access/permissions";
import { decodeOpaqueId } from "@/lib/names/opaque-id";
import { routeParams } from "@/lib/names/route-params";
import { pageQuerySchema, parsePageCursor } from "@/lib/paging/keyset";
import { findOrganizerEntry } from "@/lib/waitlist/organizer-lists";
import { waitlistPath } from "@/lib/waitlist/organizer-search";
import { listEntryDecisions } from "@/lib/waitlist/runs";
import { entryWaitlistPage } from "@/texts/organizer-waitlist";

export const metadata: Metadata = { title: entryWaitlistPage.pageTitle };
export const instant = false;

export default async function EntryPage({
  params,
  searchParams,
}: PageProps<"/organize/events/[slug]/waitlist/[entry]">) {
  const [{ slug, entry: sealed }, query] = await Promise.all([routeParams(params), searchParams]);
  const { event, role } = await requireEvent(slug, "waitlist.view");
  const entryId = decodeOpaqueId(sealed, "waitlist") ?? 0;
  const entry = await findOrganizerEntry(event.id, entryId);
  if (!entry) notFound();
  const cursor = parsePageCursor(pageQuerySchema.parse(query), "waitlist");
  const { decisions, previous, next } = await listEntryDecisions(entryId, cursor);
  const isOpen = event.status === "published" && event.startsAt > new Date();
  const mayOffer = isOpen && hasPermission(role, "waitlist.manage") && entry.status === "waiting" && entry.isActive;
  const pageAt = (name: "after" | "before", id: string | null) =>
    id === null ? null : waitlistPath(event.slug, `/${entry.entry}?${name}=${id}`);
  return (
    <WaitlistNotice>
      <div className="grid gap-5">
        <BackLink href={waitlistPath(event.slug)}>{entryWaitlistPage.back}</BackLink>
        <header className="grid gap-2">
          <h1 dir="auto" translate="no" className="text-3xl wrap-anywhere">
            {entry.name}
          </h1>
          <p translate="no" className="text-muted wrap-anywhere">
            {entry.email}
          </p>
        </header>
        <Card className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4">
          <div className="grid gap-1.5">
            <p className="flex flex-wrap items-center gap-3">
              <Badge tone={entryStatusLabels[entry.status].tone}>{entryStatusLabels[entry.status].text}</Badge>
              {entry.position === null ? null : (
                <span className="font-semibold">{entryWaitlistPage.position(entry.position)}</span>
              )}
            </p>
            <p>
              <RichText
                text={entryWaitlistPage.request(entry.quantity, entry.acceptFewer)}
                values={{ type: entry.ticketType ? <bdi>{entry.ticketType}</bdi> : entryWaitlistPage.anyType }}
              />
            </p>
            <EntryTimes entry={entry} slug={event.slug} timeZone={event.timeZone} />
          </div>
          {mayOffer ? (
            <OfferButton
              slug={event.slug}
              entry={entry}
              name={entry.name}
              free={event.availableTickets + event.waitlistTickets}
            />
          ) : null}
        </Card>
        <section aria-labelledby="decisions" className="grid gap-3">
          <h2 id="decisions" className="text-2xl">
            {entryWaitlistPage.decisions}
          </h2>
          {decisions.length > 0 ? (
            <ol className="rounded-card border border-line bg-surface">
              {decisions.map(({ run, outcome, reason, decidedAt, offeredBy }) => (
                <li
                  key={run}
                  className="grid gap-x-6 gap-y-1.5 border-b border-line p-4 last:border-0 sm:grid-cols-[9rem_12rem_minmax(0,1fr)] sm:items-center sm:px-5"
                >
                  <OutcomeBadge outcome={outcome} />
                  <Link
                    href={waitlistPath(event.slug, `/runs/${run}`)}
                    className="inline-flex items-center font-semibold sm:min-h-11 underline-offset-4 hover:underline"
                  >
                    <DateTime start={decidedAt} timeZone={event.timeZone} style="short" />
                  </Link>
                  <p className="text-pretty">
                    <span>{reason}</span>
                    {offeredBy === null ? null : (
                      <span className="block text-sm text-muted">
                        <RichText
                          text={entryWaitlistPage.offeredBy}
                          values={{ name: <bdi translate="no">{offeredBy}</bdi> }}
                        />
                      </span>
                    )}
                  </p>
                </li>
              ))}
            </ol>
          ) : (
            <p className="text-muted text-pretty">{entryWaitlistPage.empty}</p>
          )}
          <Pager previous={pageAt("before", previous)} next={pageAt("after", next)} />
        </section>
      </div>
    </WaitlistNotice>
  );
}
