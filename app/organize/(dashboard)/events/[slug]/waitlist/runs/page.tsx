import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import { BackLink } from "@/components/organize/waitlist/back-link";
import { RunList } from "@/components/organize/waitlist/run-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { requireEvent } from "@/lib/access/access";
import { routeParams } from "@/lib/names/route-params";
import { pageQuerySchema, parsePageCursor } from "@/lib/paging/keyset";
import { waitlistPath } from "@/lib/waitlist/organizer-search";
import { listRuns } from "@/lib/waitlist/runs";
import { runsPage } from "@/texts/organizer-waitlist";

export const metadata: Metadata = { title: runsPage.title };
export const instant = false;

export default async function RunsPage({ params, searchParams }: PageProps<"/organize/events/[slug]/waitlist/runs">) {
  const [{ slug }, query] = await Promise.all([routeParams(params), searchParams]);
  const { event } = await requireEvent(slug, "waitlist.view");
  const { runs, previous, next } = await listRuns(event.id, parsePageCursor(pageQuerySchema.parse(query), "waitlist"));
  const pageAt = (name: "after" | "before", id: string | null) =>
    id === null ? null : waitlistPath(event.slug, `/runs?${name}=${id}`);
  return (
    <div className="grid gap-5">
      <BackLink href={waitlistPath(event.slug)}>{runsPage.back}</BackLink>
      <header className="grid gap-2">
        <h1 className="text-3xl">{runsPage.title}</h1>
        <p className="max-w-prose text-muted text-pretty">{runsPage.intro}</p>
      </header>
      {runs.length > 0 ? (
        <RunList slug={event.slug} timeZone={event.timeZone} runs={runs} />
      ) : (
        <EmptyState icon={<ScrollText aria-hidden="true" className="size-6" />} title={runsPage.emptyTitle}>
          {runsPage.empty}
        </EmptyState>
      )}
      <Pager previous={pageAt("before", previous)} next={pageAt("after", next)} />
    </div>
  );
}
