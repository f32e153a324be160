"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type ReactNode, useActionState, useRef, useSyncExternalStore } from "react";
import { useForm } from "react-hook-form";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useSubmission } from "@/components/forms/use-submission";
import { Button } from "@/components/ui/button";
import { CheckboxField, Field } from "@/components/ui/field";
import { RichText } from "@/components/ui/rich-text";
import type { CheckoutRedirect } from "@/lib/checkout/action-state";
import { confirmAction, startPaymentAction } from "@/lib/checkout/actions";
import { type HoldersInput, holdersSchema, MAX_HOLDER_NAME_LENGTH } from "@/lib/checkout/schema";
import { checkoutForm } from "@/texts/checkout";
import { useCheckoutHold } from "./hold-provider";

/** `holderName`: typed before the buyer went to pay. */
type Ticket = { ticketTypeCode: string; typeName: string; holderName: string | null };

const subscribeToNothing = () => () => {};

/**
 * The attendees, the terms, and the button that confirms the booking or leads to its payment. Works before and without
 * its script.
 */
export function CheckoutForm({
  reference,
  tickets,
  viewerName,
  pay,
  hasAccepted,
  terms,
  payment,
}: {
  reference: string;
  tickets: Ticket[];
  viewerName: string;
  /** The button of a booking that is paid for online; null where it is only confirmed. */
  pay: string | null;
  /** The terms, on an earlier attempt to pay. */
  hasAccepted: boolean;
  terms: ReactNode;
  payment: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  // Before the script has run, and without it, the browser validates the fields.
  const hasScript = useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
  const { onAnswer } = useCheckoutHold();
  const action = pay === null ? confirmAction : startPaymentAction;
  const [posted, formAction] = useActionState(action, null);
  const sentBack = posted?.ok ? null : posted;
  const { answer, pending, send } = useSubmission<CheckoutRedirect>(action, posted, onAnswer);
  const refused = answer?.ok ? null : answer;
  const typed = sentBack?.values;
  const defaultValues: HoldersInput = {
    holders: tickets.map(({ ticketTypeCode, holderName }, index) => ({
      ticketTypeCode,
      name: typed?.[`holders.${index}.name`] ?? holderName ?? (index === 0 ? viewerName : ""),
    })),
    terms: typed ? typed.terms === "on" : hasAccepted,
  };
  const { register, handleSubmit, formState } = useForm<HoldersInput>({
    resolver: zodResolver(holdersSchema),
    defaultValues,
  });
  const { errors } = formState;

  return (
    <form
      ref={form}
      action={formAction}
      noValidate={hasScript}
      onSubmit={handleSubmit(() => {
        if (form.current) send(new FormData(form.current));
      })}
      className="grid gap-10"
    >
      <input type="hidden" name="reference" value={reference} />
      <section aria-labelledby="attendees-title" className="grid gap-5">
        <h2 id="attendees-title" className="text-2xl">
          {checkoutForm.attendeesTitle}
        </h2>
        {tickets.map((ticket, index) => {
          const field = `holders.${index}.name` as const;
          return (
            <fieldset key={field} className="grid gap-2">
              <legend className="mb-2 text-muted">
                <RichText
                  text={checkoutForm.ticket}
                  values={{ number: index + 1, type: <bdi>{ticket.typeName}</bdi> }}
                />
              </legend>
              <input type="hidden" name={`holders.${index}.ticketTypeCode`} value={ticket.ticketTypeCode} />
              <Field
                label={checkoutForm.nameLabel}
                dir="auto"
                autoComplete={index === 0 ? "name" : "off"}
                maxLength={MAX_HOLDER_NAME_LENGTH}
                required
                defaultValue={defaultValues.holders[index]?.name}
                error={errors.holders?.[index]?.name?.message ?? sentBack?.fieldErrors?.[field]}
                {...register(field)}
              />
            </fieldset>
          );
        })}
      </section>

      <section aria-labelledby="payment-title" className="grid gap-4">
        <h2 id="payment-title" className="text-2xl">
          {checkoutForm.paymentTitle}
        </h2>
        {payment}
      </section>

      <section aria-labelledby="terms-title" className="grid gap-4">
        <h2 id="terms-title" className="text-2xl">
          {checkoutForm.termsTitle}
        </h2>
        {terms}
        <CheckboxField
          label={
            <RichText
              text={checkoutForm.acceptLabel}
              values={{
                generalTerms: (
                  <a href="/terms" target="_blank" className="font-semibold underline" rel="noopener">
                    {checkoutForm.generalTerms}
                  </a>
                ),
              }}
            />
          }
          required
          defaultChecked={defaultValues.terms}
          error={errors.terms?.message ?? sentBack?.fieldErrors?.terms}
          {...register("terms")}
        />
      </section>

      <div className="grid gap-4">
        <FailureNotice failure={refused} />
        <Button type="submit" size="lg" pending={pending} className="w-full sm:w-auto sm:justify-self-start">
          {pay ?? checkoutForm.submit}
        </Button>
      </div>
    </form>
  );
}
