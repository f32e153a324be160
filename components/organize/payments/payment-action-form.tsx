"use client";

import { useFormAction } from "@/components/forms/use-form-action";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionResult } from "@/lib/requests/result";

type PaymentAction = (previous: unknown, form: FormData) => Promise<ActionResult<{ message?: string }>>;

/** A button for an action about a booking's money, with the result below it. It works without scripts. */
export function PaymentActionForm({
  action,
  fields,
  label,
  variant = "secondary",
  children,
}: {
  action: PaymentAction;
  fields: Record<string, string>;
  /** The button and its booking, for screen readers. */
  label?: string;
  variant?: "primary" | "secondary" | "ghost";
  children: string;
}) {
  const { result, pending, formProps } = useFormAction(action);
  return (
    <form {...formProps} className="grid justify-items-start gap-1">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant={variant} size="sm" aria-label={label} pending={pending}>
        {children}
      </SubmitButton>
      <p aria-live="polite" className="text-sm empty:hidden">
        {result?.message ? <span className={result.ok ? "text-positive" : "text-danger"}>{result.message}</span> : null}
      </p>
    </form>
  );
}
