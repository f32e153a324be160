"use client";

import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { sendOutboxAction } from "@/lib/admin/actions";
import { sendOutboxButton } from "@/texts/admin";

/** Sends undispatched outbox rows without waiting for the sweep. */
export function SendOutboxButton() {
  const { run, answer, pending } = useAction(sendOutboxAction);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Button variant="secondary" size="sm" pending={pending} onClick={() => run()}>
        {sendOutboxButton.submit}
      </Button>
      <p aria-live="polite" className="text-sm empty:hidden">
        {answer && !answer.ok ? <span className="text-danger">{answer.message}</span> : null}
        {answer?.ok ? (
          <span className="text-positive">{sendOutboxButton.sent(answer.sent.toLocaleString("en-GB"))}</span>
        ) : null}
      </p>
    </div>
  );
}
