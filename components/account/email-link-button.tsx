"use client";

import type { ReactNode } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useFormAction } from "@/components/forms/use-form-action";
import { Alert } from "@/components/ui/alert";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionResult } from "@/lib/requests/result";
import { emailLinkButton } from "@/texts/account";

/** Emails a link to the viewer's own address, and then says so. */
export function EmailLinkButton({
  action,
  children,
}: {
  action: (previous: unknown, form: FormData) => Promise<ActionResult<{ sentTo: string }>>;
  children: ReactNode;
}) {
  const { result, failure, formProps } = useFormAction(action);
  return (
    <form {...formProps} className="grid gap-3">
      <FailureNotice failure={failure} />
      {result?.ok ? <Alert tone="positive">{emailLinkButton.sent(result.sentTo)}</Alert> : null}
      <SubmitButton variant="secondary" className="justify-self-start">
        {children}
      </SubmitButton>
    </form>
  );
}
