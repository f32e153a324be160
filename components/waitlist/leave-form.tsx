"use client";

import { useRouter } from "next/navigation";
import { useActionState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useSubmission } from "@/components/forms/use-submission";
import { Button } from "@/components/ui/button";
import { leaveWaitlistAction } from "@/lib/checkout/waitlist-actions";
import { leaveForm } from "@/texts/checkout";

/** Leaves the waitlist. Without `onDone`, the page is refreshed. */
export function LeaveForm({ slug, onDone }: { slug: string; onDone?: (answer: { ok: boolean } | null) => void }) {
  const router = useRouter();
  const [posted, formAction] = useActionState(leaveWaitlistAction, null);
  const { answer, pending, send } = useSubmission(leaveWaitlistAction, posted, onDone ?? router.refresh);
  return (
    <form
      action={formAction}
      onSubmit={(submission) => {
        submission.preventDefault();
        send(new FormData(submission.currentTarget));
      }}
      className="grid gap-3"
    >
      <input type="hidden" name="slug" value={slug} />
      {answer?.ok === false ? <FailureNotice failure={answer} /> : null}
      <Button type="submit" variant="secondary" pending={pending} className="w-full">
        {leaveForm.submit}
      </Button>
    </form>
  );
}
