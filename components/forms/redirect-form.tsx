"use client";

import type { ReactNode } from "react";
import { FailureNotice } from "./failure-notice";
import { useAction } from "./use-action";
import { getSubmittedData } from "./use-form-action";

/** A form whose action redirects. Shows a failure only if the action could not be called. */
export function RedirectForm({
  action,
  className,
  children,
}: {
  action: (form: FormData) => Promise<void>;
  className?: string;
  children: ReactNode;
}) {
  const { run, answer } = useAction(async (form: FormData) => {
    await action(form);
    return { ok: true } as const;
  });
  return (
    <form
      action={action}
      onSubmit={(event) => {
        event.preventDefault();
        void run(getSubmittedData(event));
      }}
      className={className}
    >
      {children}
      <FailureNotice failure={answer && !answer.ok ? answer : null} />
    </form>
  );
}
