"use client";

import { type ReactNode, useActionState } from "react";
import { Alert } from "@/components/ui/alert";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/forms/form-state";

/** A button that mails a link to the viewer's own address, and then says so. */
export function MailMeButton({
  action,
  children,
}: {
  action: (state: FormState) => Promise<FormState>;
  children: ReactNode;
}) {
  const [state, dispatch] = useActionState(action, {});
  return (
    <form action={dispatch} className="grid gap-3">
      {state.message ? <Alert tone="danger">{state.message}</Alert> : null}
      {state.sentTo ? <Alert tone="positive">{`The link is on its way to ${state.sentTo}.`}</Alert> : null}
      <SubmitButton variant="secondary" className="justify-self-start">
        {children}
      </SubmitButton>
    </form>
  );
}
