"use client";

import { useActionForm } from "@/components/forms/use-action-form";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { signIn } from "@/lib/auth/actions";
import { signInSchema } from "@/lib/auth/schema";
import type { FormState } from "@/lib/forms/form-state";
import { CheckYourMail } from "./check-your-mail";
import { ChoiceKept } from "./choice-kept";

/** `notice` stands above the fields until the form has an answer of its own. */
export function SignInForm({
  callbackUrl,
  answer,
  notice,
}: {
  callbackUrl: string;
  answer: FormState;
  notice?: string;
}) {
  const { state, pending, field, formProps } = useActionForm(signIn, signInSchema, {
    answer,
    defaultValues: { intent: "password" },
  });
  if (state.sentTo) {
    return (
      <CheckYourMail email={state.sentTo}>
        It signs you in, and creates your account if you're new here. It works once, for 15 minutes.
      </CheckYourMail>
    );
  }
  const message = state.message ?? notice;
  return (
    <form {...formProps} className="grid gap-5">
      <ChoiceKept callbackUrl={callbackUrl} />
      {message ? <Alert tone="danger">{message}</Alert> : null}
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Field label="Email" type="email" autoComplete="username" inputMode="email" {...field("email")} />
      <Field label="Password" type="password" autoComplete="current-password" {...field("password")} />
      <div className="grid gap-3 pt-1">
        <SubmitButton name="intent" value="password" size="lg" pending={pending}>
          Sign in
        </SubmitButton>
        <SubmitButton name="intent" value="link" variant="secondary" size="lg" aria-disabled={pending}>
          Email me a sign-in link
        </SubmitButton>
        <p className="text-center text-sm text-muted text-pretty">
          No password needed. If you're new here, the link creates your account.
        </p>
      </div>
    </form>
  );
}
