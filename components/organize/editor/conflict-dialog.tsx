"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { RichText } from "@/components/ui/rich-text";
import type { TheirVersion } from "@/lib/event-editing/current-event";
import type { EventForm } from "@/lib/event-editing/form";
import { diffForms, mergeForms, type Side } from "@/lib/event-editing/form-diff";
import { conflictDialog, placeholders } from "@/texts/event-editor";
import { formatLocalTime } from "./save-status";

type Props = {
  base: EventForm;
  mine: EventForm;
  theirs: TheirVersion;
  onResolve: (merged: EventForm) => void;
  onClose: () => void;
};

/** Shows each difference between two organizers’ versions of one event, and asks which side to keep. */
export function ConflictDialog(props: Props) {
  const name = props.theirs.savedBy ?? placeholders.organizer;
  return (
    <Dialog open onClose={props.onClose} title={conflictDialog.title} width="max-w-3xl">
      <Comparison {...props} name={name} />
    </Dialog>
  );
}

function Comparison({ base, mine, theirs, name, onResolve }: Props & { name: string }) {
  const differences = diffForms(base, mine, theirs.form);
  const [chosen, setChosen] = useState<Record<string, Side>>(() =>
    Object.fromEntries(differences.flatMap(({ key, suggested }) => (suggested ? [[key, suggested]] : []))),
  );
  const open = differences.filter(({ key }) => !chosen[key]).length;
  const chooseAll = (side: Side) => setChosen(Object.fromEntries(differences.map(({ key }) => [key, side])));

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (open === 0) onResolve(mergeForms(mine, theirs.form, chosen));
      }}
      className="grid grid-cols-1 gap-5"
    >
      <p className="text-pretty">
        <RichText
          text={conflictDialog.intro}
          values={{
            name: (
              <bdi translate="no" className="font-semibold">
                {name}
              </bdi>
            ),
            time: formatLocalTime(theirs.savedAt),
          }}
        />
      </p>
      <p className="flex flex-wrap gap-3">
        <Button variant="secondary" size="sm" onClick={() => chooseAll("mine")}>
          {conflictDialog.keepMine}
        </Button>
        <Button variant="secondary" size="sm" onClick={() => chooseAll("theirs")}>
          {conflictDialog.keepTheirs}
        </Button>
      </p>
      <div className="grid grid-cols-1 divide-y divide-line border-y border-line">
        {differences.map(({ key, label, ...values }) => (
          <fieldset key={key} className="grid min-w-0 grid-cols-1 gap-2 py-4 sm:grid-cols-2">
            <legend className="float-start mb-1 font-semibold sm:col-span-2">{label}</legend>
            {(["mine", "theirs"] as const).map((side) => (
              <Choice
                key={side}
                group={key}
                label={side === "mine" ? conflictDialog.mine : name}
                text={values[side]}
                checked={chosen[key] === side}
                onChoose={() => setChosen({ ...chosen, [key]: side })}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <p className="flex flex-wrap items-center gap-4">
        <Button type="submit" disabled={open > 0}>
          {conflictDialog.submit}
        </Button>
        <span role="status" className="text-sm text-muted">
          {open > 0 ? conflictDialog.remaining(open) : null}
        </span>
      </p>
    </form>
  );
}

function Choice({
  group,
  label,
  text,
  checked,
  onChoose,
}: {
  group: string;
  label: string;
  text: string;
  checked: boolean;
  onChoose: () => void;
}) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      className={`flex min-h-11 min-w-0 cursor-pointer gap-3 rounded-control border p-3 ${
        checked ? "border-accent bg-accent-soft" : "border-line hover:border-line-strong"
      }`}
    >
      <input
        id={id}
        type="radio"
        name={`conflict-${group}`}
        checked={checked}
        onChange={onChoose}
        className="mt-0.5 size-5 shrink-0 accent-accent"
      />
      <span className="grid min-w-0 gap-0.5">
        <bdi className="text-sm text-muted">{label}</bdi>
        <span dir="auto" className="max-h-40 overflow-y-auto whitespace-pre-line wrap-anywhere">
          {text || conflictDialog.empty}
        </span>
      </span>
    </label>
  );
}
