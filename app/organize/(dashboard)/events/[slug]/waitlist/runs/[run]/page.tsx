import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { BackLink } from "@/components/organize/waitlist/back-link";
import { OutcomeBadge } from "@/components/organize/waitlist/outcome-badge";
import { DateTime } from "@/components/time/date-time";
import { Pager } from "@/components/ui/pager";
import { RichText } from "@/components/ui/rich-text";
import { requireEvent } from "@/lib/access/access";
import { decodeOpaqueId } from "@/lib/names/opaque-id";
import { routeParams } from "@/lib/names/route-params";
import { pageQuerySchema, parsePageCursor } from "@/lib/paging/keyset";
import { waitlistPath } from "@/lib/waitlist/organizer-search";
import { findRun, listRunDecisions } from "@/lib/waitlist/runs";
import { runList, runRunsPage } from "@/texts/organizer-waitlist";

export const metadata: Metadata = { title: runRunsPage.pageTitle };
export const instant = false;

export default async function RunPage({
  params,
  searchParams,
}: PageProps<"/organize/events/[slug]/waitlist/runs/[run]">) {
  const [{ slug, run: sealed }, query] = await Promise.all([routeParams(params), searchParams]);
  const { event } = await requireEvent(slug, "waitlist.view");
  const run = await findRun(event.id, decodeOpaqueId(sealed, "waitlist") ?? 0);
  if (!run) notFound();
  const cursor = parsePageCursor(pageQuerySchema.parse(query), "waitlist");
  const { decisions, previous, next } = await listRunDecisions(event.id, run, cursor);
  const pageAt = (name: "after" | "before", id: string | null) =>
    id === null ? null : waitlistPath(event.slug, `/runs/${run.run}?${name}=${id}`);
  return (
    <div className="grid gap-5">
      <BackLink href={waitlistPath(event.slug, "/runs")}>{runRunsPage.back}</BackLink>
      <header className="grid gap-2">
        <h1 className="text-3xl">{run.offeredBy === null ? runRunsPage.run : runRunsPage.manualOffer}</h1>
        <p className="text-muted">
          <RichText
            text={run.offeredBy === null ? runRunsPage.details : runRunsPage.manualDetails}
            values={{
              date: <DateTime start={run.decidedAt} timeZone={event.timeZone} />,
              name: <bdi translate="no">{run.offeredBy}</bdi>,
              summary: runList.summary(run),
            }}
          />
        </p>
      </header>
      <ol className="rounded-card border border-line bg-surface">
        {decisions.map(({ entry, name, outcome, reason }) => (
          <li
            key={entry}
            className="grid gap-x-6 gap-y-1.5 border-b border-line p-4 last:border-0 sm:grid-cols-[9rem_minmax(0,1fr)_minmax(0,2fr)] sm:items-center sm:px-5"
          >
            <OutcomeBadge outcome={outcome} />
            <Link
              href={waitlistPath(event.slug, `/${entry}`)}
              className="inline-flex items-center font-semibold sm:min-h-11 wrap-anywhere underline-offset-4 hover:underline"
            >
              <bdi>{name}</bdi>
            </Link>
            <p className="text-pretty">{reason}</p>
          </li>
        ))}
      </ol>
      <Pager previous={pageAt("before", previous)} next={pageAt("after", next)} />
    </div>
  );
}
