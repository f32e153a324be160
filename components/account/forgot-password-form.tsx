"use client";

import { FailureNotice } from "@/components/forms/failure-notice";
import { useActionForm } from "@/components/forms/use-action-form";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { forgotPasswordAction } from "@/lib/auth/actions";
import { emailSchema } from "@/lib/auth/schema";
import type { ActionResult } from "@/lib/requests/result";
import { forgotPasswordForm } from "@/texts/account";
import { CheckYourEmail } from "./check-your-email";

export function ForgotPasswordForm({
  callbackUrl,
  left,
}: {
  callbackUrl: string;
  left: ActionResult<{ sentTo: string }> | null;
}) {
  const { result, failure, pending, field, formProps } = useActionForm(forgotPasswordAction, emailSchema, { left });
  if (result?.ok) {
    return <CheckYourEmail email={result.sentTo}>{forgotPasswordForm.sent}</CheckYourEmail>;
  }
  return (
    <form {...formProps} className="grid gap-5">
      <FailureNotice failure={failure} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Field
        label={forgotPasswordForm.email}
        type="email"
        autoComplete="username"
        inputMode="email"
        {...field("email")}
      />
      <SubmitButton size="lg" pending={pending}>
        {forgotPasswordForm.submit}
      </SubmitButton>
    </form>
  );
}
