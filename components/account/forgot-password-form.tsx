"use client";

import { useActionForm } from "@/components/forms/use-action-form";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { forgotPassword } from "@/lib/auth/actions";
import { emailSchema } from "@/lib/auth/schema";
import type { FormState } from "@/lib/forms/form-state";
import { CheckYourMail } from "./check-your-mail";

export function ForgotPasswordForm({ callbackUrl, answer }: { callbackUrl: string; answer: FormState }) {
  const { state, pending, field, formProps } = useActionForm(forgotPassword, emailSchema, { answer });
  if (state.sentTo) {
    return (
      <CheckYourMail email={state.sentTo}>
        If it belongs to an account, the link in it leads to a new password. It works once, for 30 minutes.
      </CheckYourMail>
    );
  }
  return (
    <form {...formProps} className="grid gap-5">
      {state.message ? <Alert tone="danger">{state.message}</Alert> : null}
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Field label="Email" type="email" autoComplete="username" inputMode="email" {...field("email")} />
      <SubmitButton size="lg" pending={pending}>
        Send the link
      </SubmitButton>
    </form>
  );
}
