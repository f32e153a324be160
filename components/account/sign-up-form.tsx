"use client";

import { useSyncExternalStore } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useActionForm } from "@/components/forms/use-action-form";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { signUpAction } from "@/lib/auth/actions";
import { PASSWORD_MIN_LENGTH, signUpSchema } from "@/lib/auth/schema";
import type { ActionResult } from "@/lib/requests/result";
import { signUpForm } from "@/texts/account";
import { CheckYourEmail } from "./check-your-email";
import { SelectionKeptNote } from "./selection-kept-note";

const subscribeToNothing = () => () => {};
const browserTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function SignUpForm({
  callbackUrl,
  left,
}: {
  callbackUrl: string;
  left: ActionResult<{ sentTo: string }> | null;
}) {
  const { result, failure, pending, field, formProps } = useActionForm(signUpAction, signUpSchema, { left });
  const timeZone = useSyncExternalStore(subscribeToNothing, browserTimeZone, () => "");
  if (result?.ok) {
    return <CheckYourEmail email={result.sentTo}>{signUpForm.sent}</CheckYourEmail>;
  }
  return (
    <form {...formProps} className="grid gap-5">
      <SelectionKeptNote callbackUrl={callbackUrl} />
      <FailureNotice failure={failure} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <input type="hidden" name="timeZone" value={timeZone} />
      <Field label={signUpForm.name} autoComplete="name" {...field("name")} />
      <Field label={signUpForm.email} type="email" autoComplete="username" inputMode="email" {...field("email")} />
      <Field
        label={signUpForm.password}
        type="password"
        autoComplete="new-password"
        hint={signUpForm.passwordHint(PASSWORD_MIN_LENGTH)}
        {...field("password")}
      />
      <SubmitButton size="lg" pending={pending} className="mt-1">
        {signUpForm.submit}
      </SubmitButton>
    </form>
  );
}
