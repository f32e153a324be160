import type { Metadata, Route } from "next";
import { DownloadLinks } from "@/components/organize/export-menu";
import { InsightFilters } from "@/components/organize/insights/insight-filters";
import { InsightSection } from "@/components/organize/insights/insight-section";
import { ButtonLink } from "@/components/ui/button";
import { Container } from "@/components/ui/container";
import { EmptyState } from "@/components/ui/empty-state";
import { requireOrganizers } from "@/lib/access/access";
import { hasPermission } from "@/lib/access/permissions";
import { cachedOrganizerInsights } from "@/lib/insights/cached-insights";
import { insightsQuery, periodSchema } from "@/lib/insights/period";
import { insightsPage } from "@/texts/insights";

export const metadata: Metadata = { title: insightsPage.title };

export const instant = false;

export default async function InsightsPage({ searchParams }: PageProps<"/organize/insights">) {
  const query = await searchParams;
  const slug = typeof query.organizer === "string" && query.organizer ? query.organizer : undefined;
  const { organizers, chosen } = await requireOrganizers("insights.view", "/organize/insights", slug);
  const search = { organizer: chosen?.slug, period: periodSchema.parse(query.period) };
  const shown = chosen ? [chosen] : organizers;
  const insights = await cachedOrganizerInsights(
    shown.map(({ organizerId }) => organizerId),
    search.period,
  );
  const isEmpty = insights.every(({ chart }) => chart === null);
  const mayExport = shown.every(({ role }) => hasPermission(role, "export"));
  const href = (format: "csv" | "xlsx", table: Record<string, string> = {}) =>
    `/api/organize/insights/export${insightsQuery(search, { format, ...table })}`;
  return (
    <Container width="wide">
      <header className="flex flex-wrap items-center justify-between gap-4 pt-8 pb-6">
        <div className="grid gap-1">
          <h1 className="text-3xl">{insightsPage.title}</h1>
          <p className="text-sm text-muted">{insightsPage.updated}</p>
        </div>
        {mayExport && !isEmpty ? <DownloadLinks what="insights" href={href} /> : null}
      </header>
      <InsightFilters organizers={organizers} search={search} />
      {isEmpty ? (
        <EmptyState
          title={insightsPage.emptyTitle}
          action={
            search.period === "all" ? (
              <ButtonLink href={"/organize/new-event" as Route}>{insightsPage.newEvent}</ButtonLink>
            ) : (
              <ButtonLink
                href={`/organize/insights${insightsQuery({ ...search, period: "all" })}` as Route}
                variant="secondary"
              >
                {insightsPage.showAll}
              </ButtonLink>
            )
          }
        >
          {insightsPage.emptyText}
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
          {insights.map((insight) => (
            <InsightSection
              key={insight.id}
              insight={insight}
              href={mayExport ? (format) => href(format, { table: insight.id }) : null}
            />
          ))}
        </div>
      )}
    </Container>
  );
}
