"use client";

import { useActionState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useSubmission } from "@/components/forms/use-submission";
import { Button } from "@/components/ui/button";
import type { CheckoutRedirect } from "@/lib/checkout/action-state";
import { releaseAction } from "@/lib/checkout/actions";
import { releaseForm } from "@/texts/checkout";
import { useCheckoutHold } from "./hold-provider";

/** Releases a hold or declines an offer, while it lasts. */
export function ReleaseForm({ reference, isOffer, tickets }: { reference: string; isOffer: boolean; tickets: number }) {
  const { isOver, isGone, onAnswer } = useCheckoutHold();
  const [posted, formAction] = useActionState(releaseAction, null);
  const { answer, pending, send } = useSubmission<CheckoutRedirect>(releaseAction, posted, onAnswer);
  const refused = answer?.ok ? null : answer;
  // What was refused stays readable.
  if (isOver || isGone) return refused ? <FailureNotice failure={refused} /> : null;
  return (
    <form
      action={formAction}
      onSubmit={(submission) => {
        submission.preventDefault();
        send(new FormData(submission.currentTarget));
      }}
      className="grid gap-3"
    >
      <input type="hidden" name="reference" value={reference} />
      <FailureNotice failure={refused} />
      <p id="release-consequence" className="text-sm text-muted text-pretty">
        {isOffer ? releaseForm.offerHint(tickets) : releaseForm.hint(tickets)}
      </p>
      <Button
        type="submit"
        variant="secondary"
        pending={pending}
        aria-describedby="release-consequence"
        className="w-full"
      >
        {isOffer ? releaseForm.offerSubmit : releaseForm.submit}
      </Button>
    </form>
  );
}
