"use client";

import { useEffect, useRef } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useActionForm } from "@/components/forms/use-action-form";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { changePasswordAction } from "@/lib/auth/account-actions";
import { changePasswordSchema, PASSWORD_MIN_LENGTH } from "@/lib/auth/schema";
import { changePasswordForm } from "@/texts/account";

export function ChangePasswordForm({ email }: { email: string }) {
  const { result, failure, pending, field, formProps } = useActionForm(changePasswordAction, changePasswordSchema);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (result?.ok) form.current?.reset();
  }, [result]);

  return (
    <form {...formProps} ref={form} className="grid gap-5">
      <FailureNotice failure={failure} />
      {result?.ok && !pending ? <Alert tone="positive">{changePasswordForm.done}</Alert> : null}
      {/* Tells password managers which account this is for. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field
        label={changePasswordForm.currentPassword}
        type="password"
        autoComplete="current-password"
        {...field("currentPassword")}
      />
      <Field
        label={changePasswordForm.newPassword}
        type="password"
        autoComplete="new-password"
        hint={changePasswordForm.newPasswordHint(PASSWORD_MIN_LENGTH)}
        {...field("password")}
      />
      <SubmitButton pending={pending} className="justify-self-start">
        {changePasswordForm.submit}
      </SubmitButton>
    </form>
  );
}
