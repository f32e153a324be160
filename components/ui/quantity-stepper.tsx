"use client";

import { useId } from "react";
import { quantityStepper } from "@/texts/site";

const step =
  "grid size-12 shrink-0 place-items-center rounded-control text-2xl leading-none transition-colors hover:bg-sunken aria-disabled:cursor-not-allowed aria-disabled:opacity-40";

/**
 * A number between `min` and `max`: two buttons around a field that can also be typed into. At a limit its button is
 * aria-disabled and keeps the focus.
 */
export function QuantityStepper({
  name,
  label,
  min,
  max,
  value,
  onChange,
}: {
  name: string;
  label: string;
  min: number;
  max: number;
  value: number;
  onChange: (value: number) => void;
}) {
  const id = useId();
  const set = (next: number) => onChange(Math.min(max, Math.max(min, Number.isFinite(next) ? Math.trunc(next) : min)));

  return (
    <div className="flex w-fit items-center rounded-control border border-line-strong bg-surface">
      <button
        type="button"
        className={step}
        aria-disabled={value <= min}
        aria-label={quantityStepper.decrease(label)}
        onClick={() => set(value - 1)}
      >
        <span aria-hidden="true">−</span>
      </button>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        name={name}
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        value={value}
        onChange={(event) => set(event.target.valueAsNumber)}
        className="h-12 w-12 appearance-none bg-transparent text-center text-lg font-semibold tabular-nums [-moz-appearance:textfield] [&::-webkit-inner-spin-button]:appearance-none"
      />
      <button
        type="button"
        className={step}
        aria-disabled={value >= max}
        aria-label={quantityStepper.increase(label)}
        onClick={() => set(value + 1)}
      >
        <span aria-hidden="true">+</span>
      </button>
    </div>
  );
}
