import type { ComponentProps, ReactNode } from "react";
import { type FieldPath, useFormContext } from "react-hook-form";
import { CheckboxField, Field, SelectField } from "@/components/ui/field";
import type { EventForm } from "@/lib/event-editing/form";
import { useEditor } from "./editor-context";

type FlagName = "waitlistEnabled" | "waitingRoom";
type TextName = Exclude<FieldPath<EventForm>, "ticketTypes" | FlagName | "coverImage" | `ticketTypes.${number}`>;

type FieldTexts = { name: TextName; label: string; hint?: ReactNode };

function useFieldProps(name: TextName) {
  const { register } = useFormContext<EventForm>();
  const { idOf, errorOf } = useEditor();
  return { ...register(name), id: idOf(name), error: errorOf(name) };
}

/** `defaultValue` is what the input holds before hydration and without scripts. */
export function EditorField({ name, label, hint, ...input }: FieldTexts & Omit<ComponentProps<"input">, "name">) {
  return <Field {...input} {...useFieldProps(name)} label={label} hint={hint} />;
}

/** `problem`: an error that only the server knows of. */
export function EditorSelect({
  name,
  label,
  hint,
  problem,
  ...select
}: FieldTexts & { problem?: string } & Omit<ComponentProps<"select">, "name">) {
  const field = useFieldProps(name);
  return <SelectField {...select} {...field} error={field.error ?? problem} label={label} hint={hint} />;
}

export function EditorCheckbox({ name, label, hint }: { name: FlagName; label: string; hint?: ReactNode }) {
  const { register } = useFormContext<EventForm>();
  const { idOf, initial } = useEditor();
  return <CheckboxField {...register(name)} id={idOf(name)} label={label} hint={hint} defaultChecked={initial[name]} />;
}
