"use client";

import { FailureNotice } from "@/components/forms/failure-notice";
import { useActionForm } from "@/components/forms/use-action-form";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { signInAction } from "@/lib/auth/actions";
import { signInSchema } from "@/lib/auth/schema";
import type { ActionResult } from "@/lib/requests/result";
import { signInForm } from "@/texts/account";
import { CheckYourEmail } from "./check-your-email";
import { SelectionKeptNote } from "./selection-kept-note";

/** `notice` stands above the fields until the form has a failure of its own to show. */
export function SignInForm({
  callbackUrl,
  left,
  notice,
}: {
  callbackUrl: string;
  left: ActionResult<{ sentTo: string }> | null;
  notice?: string;
}) {
  const { result, failure, pending, field, formProps } = useActionForm(signInAction, signInSchema, {
    left,
    defaultValues: { intent: "password" },
  });
  if (result?.ok) {
    return <CheckYourEmail email={result.sentTo}>{signInForm.sent}</CheckYourEmail>;
  }
  return (
    <form {...formProps} className="grid gap-5">
      <SelectionKeptNote callbackUrl={callbackUrl} />
      {failure ? <FailureNotice failure={failure} /> : notice ? <Alert tone="danger">{notice}</Alert> : null}
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Field label={signInForm.email} type="email" autoComplete="username" inputMode="email" {...field("email")} />
      <Field label={signInForm.password} type="password" autoComplete="current-password" {...field("password")} />
      <div className="grid gap-3 pt-1">
        <SubmitButton name="intent" value="password" size="lg" pending={pending}>
          {signInForm.submit}
        </SubmitButton>
        <SubmitButton name="intent" value="link" variant="secondary" size="lg" aria-disabled={pending}>
          {signInForm.emailLink}
        </SubmitButton>
        <p className="text-center text-sm text-muted text-pretty">{signInForm.emailLinkHint}</p>
      </div>
    </form>
  );
}
