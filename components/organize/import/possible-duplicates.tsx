import { useId } from "react";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { ExistingEvent, ImportPreview, ReimportPreview } from "@/lib/event-import/dto";
import { formatBrief } from "@/lib/time/format";
import { toInstant } from "@/lib/time/wall-clock";
import { possibleDuplicates } from "@/texts/import";
import { formatCount, formatRows } from "./import-labels";
import { ShowMoreList } from "./show-more-list";
import type { ImportJob } from "./use-import";

const UNDECIDED = "";
type Question = ReimportPreview["asked"][number];

/** Events of the file that may be here already: asked, as a guess would double them, or move the wrong one. */
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
        {possibleDuplicates.hereAlready}
      </h3>
      <p className="max-w-prose text-pretty">{possibleDuplicates.theseLookLikeEventsThat}</p>
      <div className="flex flex-wrap items-end gap-4">
        <div className="w-full max-w-md">
          <SelectField
            label={possibleDuplicates.allOfThem}
            value={all ?? UNDECIDED}
            onChange={(event) => {
              const { value } = event.target;
              set({ all: value === "same" || value === "new" ? value : null });
            }}
          >
            <option value={UNDECIDED}>{possibleDuplicates.decideOneByOne}</option>
            <option value="same">{possibleDuplicates.theyreTheEventsThatHave}</option>
            <option value="new">{possibleDuplicates.theyreNewDrafts}</option>
          </SelectField>
        </div>
        {answered > 0 ? (
          <Button variant="secondary" onClick={() => set({ byKey: {} })}>
            {possibleDuplicates.undo(formatCount(answered, "answer"))}
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
                  <span>{formatStart(question)}</span>
                  <span className="text-sm text-muted wrap-anywhere">
                    <bdi>{question.place}</bdi>
                  </span>
                  <span className="text-sm text-muted">{formatRows([question.row], format)}</span>
                </div>
                <SelectField
                  label={question.why === "moved" ? possibleDuplicates.hasItMoved : possibleDuplicates.isItTheSame}
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
                  <option value="new">{possibleDuplicates.noItsAnotherEventMake}</option>
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
  return why === "moved" ? `Yes, from ${when}` : `Yes, ${here.name}, ${when}`;
}

function formatStart({ startsAt, timeZone }: Question) {
  const start = toInstant(startsAt, timeZone);
  return start.ok ? formatBrief(start.at, timeZone) : startsAt;
}
