import type { FieldErrors, FieldValues } from "react-hook-form";
import type { z } from "zod";

/** What an account form's action answers; `values` bring back what was typed where no script has kept it. */
export type FormState<Values extends FieldValues = FieldValues> = {
  errors?: FieldErrors<Values>;
  message?: string;
  values?: Record<string, string>;
  /** The address a link was mailed to, or would have been. */
  sentTo?: string;
  saved?: boolean;
};

export function typedValues(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? "")]));
}

/** The first problem of each field, as react-hook-form and the page without scripts both show it. */
export function invalid(error: z.ZodError, values: Record<string, string>): FormState {
  const first = new Map(error.issues.toReversed().map((issue) => [String(issue.path[0]), issue.message]));
  const errors = Object.fromEntries([...first].map(([name, message]) => [name, { type: "server", message }]));
  return { errors, values };
}

export function tooManyAttempts(minutes: number): string {
  return `Too many attempts. Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`;
}
