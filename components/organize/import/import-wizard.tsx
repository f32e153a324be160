"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Alert } from "@/components/ui/alert";
import type { ImportRequestOptions } from "@/lib/event-import/dto";
import { FileStep } from "./file-step";
import { ImportResult } from "./import-result";
import { ImportSettings } from "./import-settings";
import { PreviewPanel } from "./preview-panel";
import { useImport } from "./use-import";

type Props = {
  organizers: { slug: string; name: string }[];
  initial: ImportRequestOptions;
  /** Long lists of options, rendered on the server. */
  choices: { zones: ReactNode; countries: ReactNode; currencies: ReactNode };
};

export function ImportWizard({ organizers, initial, choices }: Props) {
  const job = useImport(initial);
  const { preview, refusal, imported, source } = job;
  const headingRef = useRef<HTMLHeadingElement>(null);
  const stage = imported ? "done" : preview ? "preview" : "file";

  useEffect(() => {
    // Moves keyboard and screen reader users to the next step.
    if (stage !== "file") headingRef.current?.focus();
  }, [stage]);

  if (imported) return <ImportResult job={job} imported={imported} headingRef={headingRef} />;
  return (
    <div className="grid grid-cols-1 gap-8">
      <FileStep job={job} organizers={organizers} />
      {refusal ? (
        <Alert tone="danger" title={source ? <bdi>{source.name}</bdi> : undefined}>
          {refusal.message}
        </Alert>
      ) : null}
      {preview ? (
        <>
          <ImportSettings job={job} preview={preview} choices={choices} headingRef={headingRef} />
          <PreviewPanel job={job} preview={preview} />
        </>
      ) : null}
    </div>
  );
}
