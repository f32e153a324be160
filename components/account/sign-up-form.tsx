"use client";

import { useSyncExternalStore } from "react";
import { useActionForm } from "@/components/forms/use-action-form";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { signUp } from "@/lib/auth/actions";
import { PASSWORD_MIN, signUpSchema } from "@/lib/auth/schema";
import type { FormState } from "@/lib/forms/form-state";
import { CheckYourMail } from "./check-your-mail";
import { ChoiceKept } from "./choice-kept";

const never = () => () => {};
const browserTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function SignUpForm({ callbackUrl, answer }: { callbackUrl: string; answer: FormState }) {
  const { state, pending, field, formProps } = useActionForm(signUp, signUpSchema, { answer });
  const timeZone = useSyncExternalStore(never, browserTimeZone, () => "");
  if (state.sentTo) {
    return (
      <CheckYourMail email={state.sentTo}>Open it within 24 hours and you are in, right where you were.</CheckYourMail>
    );
  }
  return (
    <form {...formProps} className="grid gap-5">
      <ChoiceKept callbackUrl={callbackUrl} />
      {state.message ? <Alert tone="danger">{state.message}</Alert> : null}
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <input type="hidden" name="timeZone" value={timeZone} />
      <Field label="Name" autoComplete="name" {...field("name")} />
      <Field label="Email" type="email" autoComplete="username" inputMode="email" {...field("email")} />
      <Field
        label="Password"
        type="password"
        autoComplete="new-password"
        hint={`${PASSWORD_MIN} characters or more. A few words in a row do well.`}
        {...field("password")}
      />
      <SubmitButton size="lg" pending={pending} className="mt-1">
        Sign up
      </SubmitButton>
    </form>
  );
}
