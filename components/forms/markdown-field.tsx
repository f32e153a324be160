"use client";

import { type KeyboardEvent, lazy, Suspense, useId, useRef, useState } from "react";
import { inputClasses } from "@/components/ui/control-classes";
import { markdownField } from "@/texts/site";

const loadPreview = () => import("./markdown-preview");
const MarkdownPreview = lazy(loadPreview);

const tabs = ["Write", "Preview"] as const;

/** A Markdown text area with a preview. */
export function MarkdownField({
  id,
  name,
  label,
  value,
  onChange,
  error,
  hint,
  maxLength,
  rows = 10,
}: {
  id?: string;
  name?: string;
  label: string;
  value: string;
  onChange: (text: string) => void;
  error?: string;
  hint?: string;
  maxLength?: number;
  rows?: number;
}) {
  const generated = useId();
  const controlId = id ?? generated;
  const [open, setOpen] = useState<(typeof tabs)[number]>("Write");
  const tabList = useRef<HTMLDivElement>(null);
  const part = (suffix: string) => `${controlId}-${suffix}`;
  const left = maxLength === undefined ? null : maxLength - value.length;
  const describedBy = [error ? part("error") : "", part("hint")].filter(Boolean).join(" ");

  function onKeyDown(event: KeyboardEvent) {
    if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    event.preventDefault();
    const next = open === "Write" ? "Preview" : "Write";
    setOpen(next);
    tabList.current?.querySelector<HTMLElement>(`#${CSS.escape(part(next))}`)?.focus();
  }

  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-end justify-between gap-x-4">
        <label htmlFor={controlId} className="font-semibold">
          {label}
        </label>
        <div ref={tabList} role="tablist" aria-label={markdownField.tabsLabel(label)} className="flex">
          {tabs.map((tab) => (
            <button
              key={tab}
              type="button"
              role="tab"
              id={part(tab)}
              aria-selected={tab === open}
              aria-controls={part(`${tab}-panel`)}
              tabIndex={tab === open ? 0 : -1}
              onClick={() => setOpen(tab)}
              onKeyDown={onKeyDown}
              onPointerEnter={loadPreview}
              onFocus={loadPreview}
              className={`min-h-11 border-b-2 px-3 text-sm font-semibold ${
                tab === open ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink"
              }`}
            >
              {tab === "Write" ? markdownField.write : markdownField.preview}
            </button>
          ))}
        </div>
      </div>
      <div role="tabpanel" id={part("Write-panel")} aria-labelledby={part("Write")} hidden={open !== "Write"}>
        <textarea
          id={controlId}
          dir="auto"
          name={name}
          rows={rows}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
          className={`${inputClasses} block min-h-32 py-3 leading-relaxed`}
        />
      </div>
      <div
        role="tabpanel"
        id={part("Preview-panel")}
        aria-labelledby={part("Preview")}
        hidden={open !== "Preview"}
        className="min-h-32 rounded-control border border-line bg-surface px-4 py-3"
      >
        {open === "Preview" ? (
          <Suspense fallback={<p className="text-muted">{markdownField.loading}</p>}>
            <MarkdownPreview text={value} />
          </Suspense>
        ) : null}
      </div>
      <p id={part("hint")} className="flex flex-wrap justify-between gap-x-4 text-sm text-muted">
        <span>{hint ?? markdownField.hint}</span>
        {left !== null && left < 200 ? (
          <span className={left < 0 ? "font-medium text-danger" : ""}>
            {left < 0 ? markdownField.tooLong(-left) : markdownField.left(left)}
          </span>
        ) : null}
      </p>
      {error ? (
        <p id={part("error")} className="text-sm font-medium text-danger">
          {error}
        </p>
      ) : null}
    </div>
  );
}
