import { useId } from "react";
import { DateTime } from "@/components/time/date-time";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { ExistingEvent, ImportPreview, ReimportPreview } from "@/lib/event-import/dto";
import { formatBrief } from "@/lib/time/format";
import { toInstant } from "@/lib/time/wall-clock";
import { possibleDuplicates } from "@/texts/import";
import { formatRows } from "./import-labels";
import { ShowMoreList } from "./show-more-list";
import type { ImportJob } from "./use-import";

const UNDECIDED = "";
type Question = ReimportPreview["asked"][number];

/** Asks about events of the file that may exist already: a wrong guess would duplicate or move an event. */
export function PossibleDuplicates({ job, preview }: { job: ImportJob; preview: ImportPreview }) {
  const { again, counts, format } = preview;
  const { all, byKey } = job.options.again;
  const titleId = useId();
  const answered = Object.keys(byKey).length;
  if (counts.asked === 0 && answered === 0 && all === null) return null;
  const set = (changes: Partial<typeof job.options.again>) =>
    job.change({ again: { ...job.options.again, ...changes } });
  return (
    <section aria-labelledby={titleId} className="grid gap-3 rounded-card bg-warning-soft p-4 sm:p-5">
      <h3 id={titleId} className="text-xl">
        {possibleDuplicates.title}
      </h3>
      <p className="max-w-prose text-pretty">{possibleDuplicates.intro}</p>
      <div className="flex flex-wrap items-end gap-4">
        <div className="w-full max-w-md">
          <SelectField
            label={possibleDuplicates.all}
            value={all ?? UNDECIDED}
            onChange={(event) => {
              const { value } = event.target;
              set({ all: value === "same" || value === "new" ? value : null });
            }}
          >
            <option value={UNDECIDED}>{possibleDuplicates.undecided}</option>
            <option value="same">{possibleDuplicates.same}</option>
            <option value="new">{possibleDuplicates.new}</option>
          </SelectField>
        </div>
        {answered > 0 ? (
          <Button variant="secondary" onClick={() => set({ byKey: {} })}>
            {possibleDuplicates.undo(answered)}
          </Button>
        ) : null}
      </div>
      {again.asked.length > 0 ? (
        <div className="rounded-card border border-line bg-surface">
          <ShowMoreList items={again.asked}>
            {(question) => (
              <li
                key={question.key}
                className="grid grid-cols-1 gap-x-6 gap-y-3 border-b border-line px-5 py-4 last:border-0 md:grid-cols-2"
              >
                <div className="grid min-w-0 gap-0.5">
                  <strong dir="auto" className="font-semibold wrap-anywhere">
                    {question.name}
                  </strong>
                  <span>
                    <Start {...question} />
                  </span>
                  <span className="text-sm text-muted wrap-anywhere">
                    <bdi>{question.place}</bdi>
                  </span>
                  <span className="text-sm text-muted">{formatRows([question.row], format)}</span>
                </div>
                <SelectField
                  label={question.why === "moved" ? possibleDuplicates.moved : possibleDuplicates.alike}
                  value={UNDECIDED}
                  onChange={(event) => set({ byKey: { ...byKey, [question.key]: event.target.value } })}
                >
                  <option value={UNDECIDED} disabled>
                    {possibleDuplicates.choose}
                  </option>
                  {question.candidates.map((here) => (
                    <option key={here.slug} value={here.slug}>
                      {optionLabel(here, question)}
                    </option>
                  ))}
                  <option value="new">{possibleDuplicates.newDraft}</option>
                </SelectField>
              </li>
            )}
          </ShowMoreList>
        </div>
      ) : null}
    </section>
  );
}

function optionLabel(here: ExistingEvent, { why }: Question) {
  const when = formatBrief(new Date(here.startsAt), here.timeZone);
  return why === "moved" ? possibleDuplicates.movedFrom(when) : possibleDuplicates.sameAs(here.name, when);
}

function Start({ startsAt, timeZone }: Question) {
  const start = toInstant(startsAt, timeZone);
  return start.ok ? <DateTime start={start.at} timeZone={timeZone} style="short" /> : <span>{startsAt}</span>;
}
