"use client";

import { useId, useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useFormAction } from "@/components/forms/use-form-action";
import { Alert } from "@/components/ui/alert";
import { Field, TextareaField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { refundAction } from "@/lib/event-payments/actions";
import { formatMoney } from "@/lib/money/format";
import type { ActionFailure } from "@/lib/requests/result";
import { refundForm } from "@/texts/organizer-payments";

const choiceClasses = "flex min-h-11 items-center gap-3";

/** Refunds all that was paid, or an amount, without cancelling. */
export function RefundForm({
  slug,
  reference,
  left,
  currency,
  newKey,
  posted,
}: {
  slug: string;
  reference: string;
  /** Minor units that can still be refunded. */
  left: number;
  currency: string;
  /** The idempotency key of this form. */
  newKey: string;
  /** The action's failure after a submit without scripts. */
  posted: ActionFailure | null;
}) {
  const [key] = useState(posted?.values?.key ?? newKey);
  const { result, failure, pending, formProps } = useFormAction(refundAction, posted);
  const howId = useId();
  const values = failure?.values;
  const errors = failure?.fieldErrors ?? {};
  return (
    <details open={failure !== null || undefined} className="rounded-card border border-line bg-surface">
      <summary className="flex min-h-12 items-center px-5 font-semibold">{refundForm.open}</summary>
      <form {...formProps} className="grid gap-5 border-t border-line p-5">
        <h3 className="text-lg">{refundForm.title}</h3>
        <p className="text-muted text-pretty">{refundForm.hint}</p>
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="reference" value={reference} />
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="left" value={left} />
        {failure && Object.keys(errors).length === 0 ? <FailureNotice failure={failure} /> : null}
        {result?.ok && result.message ? <Alert tone="positive">{result.message}</Alert> : null}
        <fieldset aria-labelledby={howId} className="grid gap-1">
          <legend id={howId} className="font-semibold">
            {refundForm.how}
          </legend>
          <label className={choiceClasses}>
            <input
              type="radio"
              name="how"
              value="all"
              defaultChecked={values?.how !== "part"}
              className="size-5 accent-accent"
            />
            <span>{refundForm.all(formatMoney(left, currency))}</span>
          </label>
          <label className={choiceClasses}>
            <input
              type="radio"
              name="how"
              value="part"
              defaultChecked={values?.how === "part"}
              className="size-5 accent-accent"
            />
            <span>{refundForm.part}</span>
          </label>
        </fieldset>
        <Field
          name="amount"
          label={refundForm.amount(currency)}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={values?.amount}
          error={errors.amount}
          className="max-w-40"
        />
        <TextareaField
          name="note"
          label={refundForm.note}
          hint={refundForm.noteHint}
          dir="auto"
          rows={2}
          className="min-h-20"
          defaultValue={values?.note}
          error={errors.note}
        />
        <p>
          <SubmitButton variant="danger" pending={pending}>
            {refundForm.submit}
          </SubmitButton>
        </p>
      </form>
    </details>
  );
}
