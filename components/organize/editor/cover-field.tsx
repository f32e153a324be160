"use client";

import { ImageUp, Trash2 } from "lucide-react";
import { useId, useRef } from "react";
import { DropZone } from "react-aria-components";
import { CoverArt } from "@/components/events/cover-art";
import { Button } from "@/components/ui/button";
import { coverPath, coverTypes } from "@/lib/media/cover-key";
import { coverField, fieldLabels } from "@/texts/event-editor";
import { useCoverUpload } from "./use-cover-upload";

/**
 * The picture of an event: dropped, pasted or chosen. `value` is the key of a cover. It needs no alternative text, as
 * every page shows it as decoration. `slug` is null until the event is saved for the first time.
 */
export function CoverField({
  slug,
  value,
  onChange,
  error,
}: {
  slug: string | null;
  value: string | null;
  onChange: (key: string | null) => void;
  error?: string;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { progress, error: refused, upload, remove, cancel } = useCoverUpload(slug, value, onChange);
  const problem = refused ?? error;
  const percent = Math.round((progress ?? 0) * 100);

  return (
    <fieldset aria-describedby={`${id}-hint`} className="grid min-w-0 gap-1.5">
      <legend className="mb-1.5 font-semibold">{fieldLabels.coverImage}</legend>
      <DropZone
        isDisabled={!slug || progress !== null}
        getDropOperation={(types) => (coverTypes.some((type) => types.has(type)) ? "copy" : "cancel")}
        onDrop={async ({ items }) => {
          const item = items.find((dropped) => dropped.kind === "file");
          if (item?.kind === "file") upload(await item.getFile());
        }}
        aria-label={coverField.dropLabel}
        className="grid gap-4 rounded-card border border-dashed border-line-strong p-4 transition-colors data-[drop-target]:border-accent data-[drop-target]:bg-accent-soft data-[focus-visible]:outline-3 data-[focus-visible]:outline-accent sm:grid-cols-[16rem_minmax(0,1fr)] sm:items-center"
      >
        <div className="aspect-[16/10] overflow-hidden rounded-control">
          <CoverArt slug={slug ?? "new"} image={value && coverPath(value)} sizes="16rem" />
        </div>
        <div className="grid justify-items-start gap-3">
          <p id={`${id}-hint`} className="text-muted">
            <span>{slug ? coverField.hint : coverField.unsavedHint}</span>{" "}
            <span>{value ? null : coverField.fallbackHint}</span>
          </p>
          <input
            ref={input}
            type="file"
            accept={coverTypes.join(",")}
            hidden
            onChange={(event) => {
              const file = event.target.files?.[0];
              // Choosing the same file again after an error must fire a change event, too.
              event.target.value = "";
              if (file) upload(file);
            }}
          />
          {progress === null ? (
            <div className="flex flex-wrap gap-3">
              <Button
                variant="secondary"
                size="sm"
                disabled={!slug}
                onClick={() => input.current?.click()}
                aria-describedby={problem ? `${id}-error` : undefined}
              >
                <ImageUp aria-hidden="true" className="size-4" />
                <span>{value ? coverField.replace : coverField.choose}</span>
              </Button>
              {value ? (
                <Button variant="ghost" size="sm" onClick={remove}>
                  <Trash2 aria-hidden="true" className="size-4" />
                  {coverField.remove}
                </Button>
              ) : null}
            </div>
          ) : (
            <div className="flex w-full flex-wrap items-center gap-x-4 gap-y-2">
              <progress
                value={percent}
                max={100}
                aria-label={coverField.uploading}
                className="h-2.5 min-w-32 flex-1 accent-accent"
              />
              <span className="text-sm text-muted tabular-nums">
                {percent < 100 ? `${percent} %` : coverField.processing}
              </span>
              <Button variant="ghost" size="sm" onClick={cancel}>
                {coverField.cancel}
              </Button>
            </div>
          )}
        </div>
      </DropZone>
      <p id={`${id}-error`} role="alert" className="text-sm font-medium text-danger empty:hidden">
        {problem}
      </p>
    </fieldset>
  );
}
