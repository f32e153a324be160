"use client";

import { FailureNotice } from "@/components/forms/failure-notice";
import { useActionForm } from "@/components/forms/use-action-form";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { resetPasswordAction } from "@/lib/auth/actions";
import { PASSWORD_MIN_LENGTH, resetPasswordSchema } from "@/lib/auth/schema";
import type { ActionFailure } from "@/lib/requests/result";
import { resetPasswordForm } from "@/texts/account";

export function ResetPasswordForm({
  token,
  email,
  left,
}: {
  token: string;
  email: string;
  left: ActionFailure | null;
}) {
  const { failure, pending, field, formProps } = useActionForm(resetPasswordAction, resetPasswordSchema, { left });
  return (
    <form {...formProps} className="grid gap-5">
      <FailureNotice failure={failure} />
      <input type="hidden" name="token" value={token} />
      {/* Tells password managers which account this is for. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field
        label={resetPasswordForm.newPassword}
        type="password"
        autoComplete="new-password"
        hint={resetPasswordForm.newPasswordHint(PASSWORD_MIN_LENGTH)}
        {...field("password")}
      />
      <SubmitButton size="lg" pending={pending}>
        {resetPasswordForm.submit}
      </SubmitButton>
    </form>
  );
}
