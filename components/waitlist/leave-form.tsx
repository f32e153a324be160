"use client";

import { useRouter } from "next/navigation";
import { useActionState } from "react";
import { RefusalNotice } from "@/components/forms/refusal-notice";
import { useSubmission } from "@/components/forms/use-submission";
import { Button } from "@/components/ui/button";
import { leaveWaitlist } from "@/lib/waitlist/actions";

/** Gives a place in line up. Where nobody follows that up with `onDone`, the page around it is asked for again. */
export function LeaveForm({ slug, onDone }: { slug: string; onDone?: (answer: { ok: boolean } | null) => void }) {
  const router = useRouter();
  const [posted, formAction] = useActionState(leaveWaitlist, null);
  const { answer, pending, send } = useSubmission(leaveWaitlist, posted, onDone ?? router.refresh);
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
      {answer?.ok === false ? <RefusalNotice refused={answer} /> : null}
      <Button type="submit" variant="secondary" pending={pending} className="w-full">
        Leave waitlist
      </Button>
    </form>
  );
}
