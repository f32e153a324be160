import type { ReactNode, Ref } from "react";
import type { Preview } from "@/lib/event-import/answers";
import { ColumnFields } from "./column-fields";
import { DefaultFields } from "./default-fields";
import { DateQuestion, ZoneQuestion } from "./questions";
import type { ImportInHand } from "./use-import";

type Props = {
  job: ImportInHand;
  preview: Preview;
  choices: { zones: ReactNode; countries: ReactNode; currencies: ReactNode };
  headingRef: Ref<HTMLHeadingElement>;
};

export function ImportSettings({ job, preview, choices, headingRef }: Props) {
  const isTable = preview.format === "table";
  return (
    <div className="grid grid-cols-1 gap-8">
      <SettingsSection
        title={isTable ? "What the columns hold" : "What the calendar leaves open"}
        hint={
          isTable
            ? "Guessed from their names. What you change is kept for the next file with the same columns."
            : "Taken where an event does not say it. Drafts can be changed one by one afterwards."
        }
        headingRef={headingRef}
      >
        <ZoneQuestion job={job} preview={preview} zones={choices.zones} />
        {isTable ? (
          <>
            <DateQuestion job={job} preview={preview} />
            <ColumnFields job={job} preview={preview} />
          </>
        ) : (
          <DefaultFields job={job} choices={choices} isTable={false} />
        )}
      </SettingsSection>
      {isTable ? (
        <SettingsSection
          title="What the rows leave open"
          hint="Taken where a row does not say it. Drafts can be changed one by one afterwards."
        >
          <DefaultFields job={job} choices={choices} isTable />
        </SettingsSection>
      ) : null}
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
