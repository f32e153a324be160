import type { Route } from "next";
import Link from "next/link";
import type { Ref } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RichText } from "@/components/ui/rich-text";
import type { ImportSummary } from "@/lib/event-import/dto";
import { importResult, itemCount } from "@/texts/import";
import { importCountMessages } from "./import-labels";
import { ProblemList } from "./problem-list";
import type { ImportJob } from "./use-import";

type Props = { job: ImportJob; imported: ImportSummary; headingRef: Ref<HTMLHeadingElement> };

export function ImportResult({ job, imported, headingRef }: Props) {
  const { counts, drafts, format, problems } = imported;
  const rest = counts.imported - drafts.length;
  const list = `/organize?show=drafts&organizer=${encodeURIComponent(job.options.organizer)}` as Route;
  return (
    <div className="grid grid-cols-1 gap-8">
      <Card className="grid grid-cols-1 gap-5">
        <div className="grid gap-1">
          <h2 ref={headingRef} tabIndex={-1} className="text-2xl">
            {resultHeading(counts.imported, counts.changed)}
          </h2>
          <p className="text-muted">
            <RichText
              text={importResult.source}
              values={{ name: <bdi>{job.source?.name}</bdi>, found: itemCount(counts.found, format) }}
            />
          </p>
          {importCountMessages(counts, format, "after").map((line) => (
            <p key={line} className="text-muted">
              {line}
            </p>
          ))}
        </div>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href={list}>{importResult.viewDrafts}</ButtonLink>
          <Button variant="secondary" onClick={job.reset}>
            {importResult.importAnother}
          </Button>
        </div>
      </Card>
      {drafts.length > 0 ? (
        <section aria-labelledby="imported-drafts" className="grid gap-3">
          <h3 id="imported-drafts" className="text-xl">
            {importResult.newDrafts}
          </h3>
          <ul className="grid grid-cols-1 gap-x-6 sm:grid-cols-2 xl:grid-cols-3">
            {drafts.map(({ slug, name, startsAt }) => (
              <li key={slug} className="min-w-0 border-b border-line">
                <Link
                  href={`/organize/events/${encodeURIComponent(slug)}/edit` as Route}
                  className="flex min-h-12 items-center justify-between gap-4 py-2 hover:underline"
                >
                  <bdi className="min-w-0 font-medium wrap-anywhere">{name}</bdi>
                  <span className="shrink-0 text-sm text-muted tabular-nums">{startsAt.slice(0, 10)}</span>
                </Link>
              </li>
            ))}
          </ul>
          {rest > 0 ? <p className="text-muted">{importResult.unlisted(rest)}</p> : null}
        </section>
      ) : null}
      <ProblemList problems={problems} format={format} fileName={job.source?.name ?? "import"} />
    </div>
  );
}

function resultHeading(drafts: number, updates: number): string {
  const ready = importResult.draftsReady(drafts);
  const updated = importResult.eventsUpdated(updates);
  if (updates === 0) return drafts === 0 ? importResult.nothingChanged : ready;
  return drafts === 0 ? updated : importResult.both(ready, updated);
}
