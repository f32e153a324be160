import { ChevronRight, Download } from "lucide-react";
import type { Insight } from "@/lib/insights/insight";
import type { Column } from "@/lib/sheets/sheet";
import { insightSection } from "@/texts/insights";
import { InsightChart } from "./insight-chart";
import { InsightTable } from "./insight-table";

/** The summary, chart, table and downloads of an insight. `href` returns the URL of a download. */
export function InsightSection({
  insight,
  href,
}: {
  insight: Insight;
  href: ((format: "csv" | "xlsx") => string) | null;
}) {
  const { id, title, summary, chart, rows } = insight;
  const columns = withoutCurrency(insight.columns);
  const isWide = chart?.kind === "time" || chart?.kind === "lines";
  return (
    <section
      aria-labelledby={id}
      className={`grid grid-cols-1 content-start gap-4 rounded-card border border-line bg-surface p-5 sm:p-6 ${isWide ? "lg:col-span-2" : ""}`}
    >
      <div className="grid gap-1.5">
        <h2 id={id} className="text-xl">
          {title}
        </h2>
        <p dir="auto" className="max-w-prose text-pretty wrap-anywhere text-muted">
          {summary}
        </p>
      </div>
      {chart ? (
        <>
          <InsightChart chart={chart} columns={columns} rows={rows} />
          <details className="group grid grid-cols-1 gap-3">
            <summary className="-mx-2 flex min-h-11 w-fit list-none items-center gap-2 rounded-control px-2 font-semibold hover:bg-sunken [&::-webkit-details-marker]:hidden">
              <ChevronRight
                aria-hidden="true"
                className="size-4 text-muted transition-transform group-open:rotate-90 rtl:-scale-x-100"
              />
              <span className="group-open:hidden">{insightSection.showData}</span>
              <span className="hidden group-open:inline">{insightSection.data}</span>
              <span className="sr-only">{`: ${title}`}</span>
            </summary>
            <div className="pt-2">
              <InsightTable
                title={title}
                columns={columns}
                rows={rows}
                links={href ? <TableDownloads title={title} href={href} /> : null}
              />
            </div>
          </details>
        </>
      ) : null}
    </section>
  );
}

/** Cells show their currency, so that a header needs it only beside another currency, and in files. */
function withoutCurrency(columns: Column[]): Column[] {
  const currencies = new Set(columns.map((column) => (column.kind === "money" ? column.currency : null)));
  currencies.delete(null);
  if (currencies.size !== 1) return columns;
  const [currency] = currencies;
  return columns.map((column) => ({ ...column, label: column.label.replace(` (${currency})`, "") }));
}

function TableDownloads({ title, href }: { title: string; href: (format: "csv" | "xlsx") => string }) {
  return (
    <p className="flex flex-wrap items-center gap-x-4">
      {(["csv", "xlsx"] as const).map((format) => (
        <a
          key={format}
          href={href(format)}
          download
          aria-label={format === "csv" ? insightSection.downloadCsv(title) : insightSection.downloadExcel(title)}
          className="inline-flex min-h-11 items-center gap-2 font-semibold text-accent underline-offset-4 hover:underline"
        >
          <Download aria-hidden="true" className="size-4" />
          <span>{format === "csv" ? insightSection.csv : insightSection.excel}</span>
        </a>
      ))}
    </p>
  );
}
