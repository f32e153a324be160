import { FileSpreadsheet, Upload } from "lucide-react";
import { type DragEvent, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { SelectField, TextareaField } from "@/components/ui/field";
import { Spinner } from "@/components/ui/spinner";
import { importLimits, MAX_FILE_SIZE_TEXT } from "@/lib/event-import/limits";
import { fileStep } from "@/texts/import";
import type { ImportJob } from "./use-import";

const accept = ".csv,.tsv,.txt,.ics,.ical,text/csv,text/calendar,text/tab-separated-values,text/plain";

export function FileStep({ job, organizers }: { job: ImportJob; organizers: { slug: string; name: string }[] }) {
  const { source, working, options } = job;
  return (
    <section aria-label={fileStep.label} className="grid grid-cols-1 gap-5">
      {organizers.length > 1 ? (
        <div className="max-w-md">
          <SelectField
            label={fileStep.organizer}
            hint={fileStep.organizerHint}
            value={options.organizer}
            disabled={working === "importing"}
            onChange={(event) => job.change({ organizer: event.target.value })}
          >
            {organizers.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
      ) : null}
      {source ? (
        <div className="flex flex-wrap items-center justify-between gap-3 rounded-card border border-line bg-surface px-5 py-3">
          <p className="flex min-w-0 items-center gap-3">
            <FileSpreadsheet aria-hidden="true" className="size-6 shrink-0 text-accent" />
            <bdi className="font-semibold wrap-anywhere">{source.name}</bdi>
          </p>
          <div className="flex items-center gap-3">
            <span role="status" className="flex items-center gap-2 text-sm text-muted">
              {working === "checking" ? (
                <span className="flex items-center gap-2">
                  <Spinner />
                  {fileStep.reading}
                </span>
              ) : null}
            </span>
            <Button variant="secondary" size="sm" onClick={job.reset} disabled={working === "importing"}>
              {fileStep.chooseAnother}
            </Button>
          </div>
        </div>
      ) : (
        <>
          <DropArea job={job} />
          <PasteArea job={job} />
        </>
      )}
    </section>
  );
}

function DropArea({ job }: { job: ImportJob }) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) job.choose({ name: file.name, body: file });
  };
  const input = useRef<HTMLInputElement>(null);
  const takeEarlier = useEffectEvent(() => take(input.current?.files ?? null));
  // A file may have been chosen before hydration.
  useEffect(() => takeEarlier(), []);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <fieldset
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={`grid min-w-0 grid-cols-1 justify-items-center gap-4 rounded-card border border-dashed px-6 py-12 text-center transition-colors ${isOver ? "border-accent bg-accent-soft" : "border-line-strong"}`}
    >
      <div className="grid size-14 place-items-center rounded-full bg-accent-soft text-accent">
        <Upload aria-hidden="true" className="size-6" />
      </div>
      <div className="grid gap-1">
        <label htmlFor={id} className="font-display text-2xl font-semibold">
          {fileStep.fileLabel}
        </label>
        <p id={`${id}-hint`} className="text-muted text-pretty">
          {fileStep.fileHint(MAX_FILE_SIZE_TEXT, importLimits.rows.toLocaleString("en-GB"))}
        </p>
      </div>
      <input
        ref={input}
        id={id}
        type="file"
        accept={accept}
        aria-describedby={`${id}-hint`}
        onChange={(event) => take(event.target.files)}
        className="max-w-full cursor-pointer text-muted file:me-4 file:min-h-12 file:cursor-pointer file:rounded-control file:border-0 file:bg-accent file:px-5 file:font-semibold file:text-accent-ink hover:file:bg-accent-hover"
      />
    </fieldset>
  );
}

function PasteArea({ job }: { job: ImportJob }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const read = () => {
    const text = area.current?.value ?? "";
    if (text.trim() === "") area.current?.focus();
    else job.choose({ name: fileStep.pastedName, body: new Blob([text]) });
  };
  return (
    <details className="rounded-card border border-line bg-surface">
      <summary className="flex min-h-12 items-center px-5 font-semibold">{fileStep.paste}</summary>
      <div className="grid gap-4 border-t border-line p-5">
        <TextareaField
          label={fileStep.pasteLabel}
          hint={fileStep.pasteHint}
          ref={area}
          spellCheck={false}
          dir="auto"
          className="font-mono text-sm"
        />
        <Button variant="secondary" className="justify-self-start" onClick={read}>
          {fileStep.read}
        </Button>
      </div>
    </details>
  );
}
