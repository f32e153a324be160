import type { ReactNode, Ref } from "react";
import type { ImportPreview } from "@/lib/event-import/dto";
import { importSettings } from "@/texts/import";
import { ColumnFields } from "./column-fields";
import { DefaultFields } from "./default-fields";
import { FileQuestions, hasQuestions } from "./questions";
import type { ImportJob } from "./use-import";

type Props = {
  job: ImportJob;
  preview: ImportPreview;
  choices: { zones: ReactNode; countries: ReactNode; currencies: ReactNode };
  headingRef: Ref<HTMLHeadingElement>;
};

export function ImportSettings({ job, preview, choices, headingRef }: Props) {
  const isTable = preview.format === "table";
  const asks = hasQuestions(job, preview);
  return (
    <div className="grid grid-cols-1 gap-8">
      {asks ? (
        <SettingsSection title={importSettings.questions} hint={importSettings.questionsHint} headingRef={headingRef}>
          <FileQuestions job={job} preview={preview} zones={choices.zones} currencies={choices.currencies} />
        </SettingsSection>
      ) : null}
      {isTable ? (
        <SettingsSection
          title={importSettings.columns}
          hint={importSettings.columnsHint}
          headingRef={asks ? undefined : headingRef}
        >
          <ColumnFields job={job} preview={preview} />
        </SettingsSection>
      ) : null}
      <SettingsSection
        title={importSettings.defaults}
        hint={importSettings.defaultsHint[preview.format]}
        headingRef={asks || isTable ? undefined : headingRef}
      >
        <DefaultFields job={job} choices={choices} isTable={isTable} />
      </SettingsSection>
    </div>
  );
}

function SettingsSection({
  title,
  hint,
  headingRef,
  children,
}: {
  title: string;
  hint: string;
  headingRef?: Ref<HTMLHeadingElement>;
  children: ReactNode;
}) {
  return (
    <section className="grid grid-cols-1 gap-5 rounded-card border border-line bg-surface p-5 sm:p-7">
      <header className="grid gap-1">
        <h2 ref={headingRef} tabIndex={-1} className="text-2xl">
          {title}
        </h2>
        <p className="max-w-prose text-muted text-pretty">{hint}</p>
      </header>
      {children}
    </section>
  );
}
