import { Button } from "@/components/ui/button";
import type { ImportPreview } from "@/lib/event-import/dto";
import { findOpenQuestion } from "@/lib/event-import/questions";
import { previewPanel } from "@/texts/import";
import { CancelledEvents } from "./cancelled-events";
import { ChangedEvents } from "./changed-events";
import { importCountMessages } from "./import-labels";
import { PossibleDuplicates } from "./possible-duplicates";
import { PreviewRows } from "./preview-rows";
import { ProblemList } from "./problem-list";
import { countSelectedChanges } from "./reimport-choices";
import type { ImportJob } from "./use-import";

/** What the import will do. */
export function PreviewPanel({ job, preview }: { job: ImportJob; preview: ImportPreview }) {
  const { counts, format, questions, problems } = preview;
  const open = findOpenQuestion(questions);
  const lines = importCountMessages(counts, format, "before");
  const updates = countSelectedChanges(preview.again, job.options.again);
  return (
    <section aria-labelledby="import-preview" aria-busy={job.working === "checking"} className="grid grid-cols-1 gap-6">
      <header className="flex flex-wrap items-end justify-between gap-5">
        <div className="grid gap-1">
          <h2 id="import-preview" className="text-2xl">
            {previewPanel.title}
          </h2>
          <div role="status">
            <p className="text-lg">
              {counts.imported === 0
                ? previewPanel.none(counts.found, format)
                : previewPanel.some(counts.imported, counts.found, format)}
            </p>
            {lines.map((line) => (
              <p key={line} className="text-muted">
                {line}
              </p>
            ))}
          </div>
        </div>
        <div className="grid gap-2">
          <Button
            size="lg"
            pending={job.working === "importing"}
            disabled={job.working !== null || counts.imported + updates === 0 || open !== null}
            onClick={() => void job.confirm()}
          >
            {importButtonLabel(counts.imported, updates)}
          </Button>
          {open ? <p className="text-sm text-warning">{open.message}</p> : null}
        </div>
      </header>
      <PreviewRows rows={preview.rows} format={format} total={counts.imported} />
      <ChangedEvents job={job} preview={preview} />
      <PossibleDuplicates job={job} preview={preview} />
      <CancelledEvents preview={preview} />
      <ProblemList problems={problems} format={format} fileName={job.source?.name ?? "import"} />
    </section>
  );
}

function importButtonLabel(drafts: number, updates: number): string {
  if (drafts === 0) return updates === 0 ? previewPanel.nothing : previewPanel.update(updates);
  return updates === 0 ? previewPanel.import(drafts) : previewPanel.importAndUpdate(drafts, updates);
}
