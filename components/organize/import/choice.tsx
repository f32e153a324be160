import type { ReactNode } from "react";

type Props<Value extends string> = {
  name: string;
  question: ReactNode;
  hint?: ReactNode;
  choices: { value: Value; label: ReactNode }[];
  chosen: Value | null;
  onChoose: (value: Value) => void;
  children?: ReactNode;
};

export function Choice<Value extends string>({
  name,
  question,
  hint,
  choices,
  chosen,
  onChoose,
  children,
}: Props<Value>) {
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-2 rounded-control bg-warning-soft px-4 py-3">
      <legend className="float-start font-semibold">{question}</legend>
      <div className="clear-both grid grid-cols-1 gap-1">
        {hint ? <p className="max-w-prose text-sm text-pretty">{hint}</p> : null}
        <div className="grid grid-cols-1 gap-x-8 sm:flex sm:flex-wrap">
          {choices.map(({ value, label }) => (
            <label key={value} className="flex min-h-11 min-w-0 items-center gap-3">
              <input
                type="radio"
                name={name}
                value={value}
                checked={chosen === value}
                onChange={() => onChoose(value)}
                className="size-5 shrink-0 accent-accent"
              />
              <span className="min-w-0 wrap-anywhere">{label}</span>
            </label>
          ))}
        </div>
        {children}
      </div>
    </fieldset>
  );
}
