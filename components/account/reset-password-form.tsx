"use client";

import { useActionForm } from "@/components/forms/use-action-form";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { resetPassword } from "@/lib/auth/actions";
import { PASSWORD_MIN, resetPasswordSchema } from "@/lib/auth/schema";
import type { FormState } from "@/lib/forms/form-state";

export function ResetPasswordForm({ token, email, answer }: { token: string; email: string; answer: FormState }) {
  const { state, pending, field, formProps } = useActionForm(resetPassword, resetPasswordSchema, { answer });
  return (
    <form {...formProps} className="grid gap-5">
      {state.message ? <Alert tone="danger">{state.message}</Alert> : null}
      <input type="hidden" name="token" value={token} />
      {/* Tells a password manager whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field
        label="New password"
        type="password"
        autoComplete="new-password"
        hint={`${PASSWORD_MIN} characters or more. Every other device is signed out.`}
        {...field("password")}
      />
      <SubmitButton size="lg" pending={pending}>
        Set password
      </SubmitButton>
    </form>
  );
}
