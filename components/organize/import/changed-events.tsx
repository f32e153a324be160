import { useId } from "react";
import { CheckboxField } from "@/components/ui/field";
import type { ImportPreview, ReimportPreview } from "@/lib/event-import/dto";
import { changedEvents } from "@/texts/import";
import { ExistingEventLine } from "./existing-event-line";
import { formatRows } from "./import-labels";
import { isAutomatic, isSelected, withChoice } from "./reimport-choices";
import { ShowMoreList } from "./show-more-list";
import type { ImportJob } from "./use-import";

type Change = ReimportPreview["changes"][number];

/** Events that were imported before and have changed in the file, each with a choice. */
export function ChangedEvents({ job, preview }: { job: ImportJob; preview: ImportPreview }) {
  const { again, counts, format } = preview;
  const titleId = useId();
  if (counts.changed === 0) return null;
  const unlisted = counts.changed - again.changes.length;
  return (
    <section aria-labelledby={titleId} className="grid gap-3">
      <h3 id={titleId} className="text-xl">
        {changedEvents.title}
      </h3>
      {again.drafts > 0 ? (
        <CheckboxField
          label={changedEvents.updateDrafts(again.drafts)}
          hint={changedEvents.updateDraftsHint}
          checked={job.options.again.updateDrafts}
          onChange={(event) =>
            job.change({ again: { ...job.options.again, updateDrafts: event.target.checked, choices: {} } })
          }
        />
      ) : null}
      <div className="rounded-card border border-line bg-surface">
        <ShowMoreList items={again.changes}>
          {(change) => (
            <li
              key={change.here.slug}
              className="grid grid-cols-1 items-start gap-x-6 gap-y-3 border-b border-line px-5 py-4 last:border-0 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,16rem)]"
            >
              <div className="grid min-w-0 gap-1">
                <ExistingEventLine here={change.here} />
                <p className="text-sm text-muted">{formatRows([change.row], format)}</p>
              </div>
              <Differences differences={change.differences} />
              <CheckboxField
                label={actionLabel(change)}
                aria-label={changedEvents.labelFor(actionLabel(change), change.here.name)}
                hint={warningMessage(change)}
                checked={isSelected(change, job.options.again)}
                onChange={(event) => job.change({ again: withChoice(change, event.target.checked, job.options.again) })}
              />
            </li>
          )}
        </ShowMoreList>
      </div>
      {unlisted > 0 ? <p className="text-muted">{changedEvents.unlisted(unlisted)}</p> : null}
    </section>
  );
}

function Differences({ differences }: { differences: Change["differences"] }) {
  return (
    <dl className="grid min-w-0 gap-1">
      {differences.map(({ label, before, after, stays }) => (
        <div key={label} className="flex min-w-0 flex-wrap gap-x-2">
          <dt className="font-semibold">{label}</dt>
          <dd className="min-w-0 wrap-anywhere">
            <del className="text-muted">
              <bdi>{before || changedEvents.empty}</bdi>
            </del>
            <span aria-hidden="true">{" → "}</span>
            <span className="sr-only">{changedEvents.now}</span>
            <ins className="no-underline">
              <bdi>{after || changedEvents.empty}</bdi>
            </ins>
          </dd>
          {stays ? <dd className="basis-full text-sm text-warning">{changedEvents.stays}</dd> : null}
        </div>
      ))}
    </dl>
  );
}

function actionLabel(change: Change): string {
  if (change.here.status === "draft") return changedEvents.updateDraft;
  if (change.moves && change.people > 0) return changedEvents.updateAndNotify(change.people);
  return changedEvents.updateEvent;
}

function warningMessage(change: Change): string | undefined {
  if (isAutomatic(change)) return undefined;
  if (change.here.status === "draft") return changedEvents.draftWarning;
  if (change.moves && change.people > 0) return changedEvents.movedWarning;
  return change.isSure ? changedEvents.liveWarning : changedEvents.liveEditedWarning;
}
