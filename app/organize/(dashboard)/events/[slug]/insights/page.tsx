import type { Metadata } from "next";
import { ExportMenu, exportHref } from "@/components/organize/export-menu";
import { InsightSection } from "@/components/organize/insights/insight-section";
import { requireEvent } from "@/lib/access/access";
import { hasPermission } from "@/lib/access/permissions";
import { cachedEventInsights } from "@/lib/insights/cached-insights";
import { routeParams } from "@/lib/names/route-params";
import { insightsPage } from "@/texts/insights";

export const metadata: Metadata = { title: insightsPage.title };

export const instant = false;

export default async function EventInsightsPage({ params }: PageProps<"/organize/events/[slug]/insights">) {
  const { slug } = await routeParams(params);
  const { event, role } = await requireEvent(slug, "insights.view");
  const insights = await cachedEventInsights(event);
  const mayExport = hasPermission(role, "export");
  return (
    <>
      <header className="flex flex-wrap items-center justify-between gap-4 pb-6">
        <div className="grid gap-1">
          <h1 className="text-3xl">{insightsPage.title}</h1>
          <p className="text-sm text-muted">{insightsPage.updated}</p>
        </div>
        {mayExport ? <ExportMenu slug={event.slug} what="insights" /> : null}
      </header>
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
        {insights.map((insight) => (
          <InsightSection
            key={insight.id}
            insight={insight}
            href={mayExport ? (format) => exportHref(event.slug, "insights", format, { table: insight.id }) : null}
          />
        ))}
      </div>
    </>
  );
}
