import { type ComponentProps, type ReactNode, useId } from "react";
import { inputClasses } from "./control-classes";

type FieldTexts = { label: ReactNode; error?: string; hint?: ReactNode };

function useFieldIds(id: string | undefined, { error, hint }: Omit<FieldTexts, "label">) {
  const generated = useId();
  const controlId = id ?? generated;
  const errorId = `${controlId}-error`;
  const hintId = `${controlId}-hint`;
  const describedBy = [error ? errorId : null, hint ? hintId : null].filter(Boolean).join(" ") || undefined;
  return {
    errorId,
    hintId,
    control: { id: controlId, "aria-invalid": error ? (true as const) : undefined, "aria-describedby": describedBy },
  };
}

function Hints({ error, hint, errorId, hintId }: Omit<FieldTexts, "label"> & { errorId: string; hintId: string }) {
  return (
    <>
      {hint ? (
        <p id={hintId} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={errorId} className="text-sm font-medium text-danger">
          {error}
        </p>
      ) : null}
    </>
  );
}

export function Field({ label, error, hint, id, className = "", ...input }: FieldTexts & ComponentProps<"input">) {
  const { control, ...ids } = useFieldIds(id, { error, hint });
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={control.id} className="font-semibold">
        {label}
      </label>
      <input {...input} {...control} className={`${inputClasses} ${className}`} />
      <Hints error={error} hint={hint} {...ids} />
    </div>
  );
}

export function SelectField({
  label,
  error,
  hint,
  id,
  className = "",
  ...select
}: FieldTexts & ComponentProps<"select">) {
  const { control, ...ids } = useFieldIds(id, { error, hint });
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={control.id} className="font-semibold">
        {label}
      </label>
      <select {...select} {...control} className={`${inputClasses} bg-no-repeat pe-11 ${className}`} />
      <Hints error={error} hint={hint} {...ids} />
    </div>
  );
}

export function TextareaField({
  label,
  error,
  hint,
  id,
  className = "",
  ...area
}: FieldTexts & ComponentProps<"textarea">) {
  const { control, ...ids } = useFieldIds(id, { error, hint });
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={control.id} className="font-semibold">
        {label}
      </label>
      <textarea {...area} {...control} className={`${inputClasses} min-h-32 py-3 ${className}`} />
      <Hints error={error} hint={hint} {...ids} />
    </div>
  );
}

export function CheckboxField({
  label,
  error,
  hint,
  id,
  className = "",
  ...input
}: FieldTexts & ComponentProps<"input">) {
  const { control, ...ids } = useFieldIds(id, { error, hint });
  return (
    <div className="grid gap-1">
      <label htmlFor={control.id} className="flex min-h-11 items-center gap-3">
        <input {...input} {...control} type="checkbox" className={`size-5 shrink-0 accent-accent ${className}`} />
        <span>{label}</span>
      </label>
      <Hints error={error} hint={hint} {...ids} />
    </div>
  );
}
