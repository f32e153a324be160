"use client";

import { useActionState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useSubmission } from "@/components/forms/use-submission";
import { Button, ButtonLink } from "@/components/ui/button";
import type { CheckoutRedirect } from "@/lib/checkout/action-state";
import { cancelBookingAction } from "@/lib/checkout/actions";
import { cancelForm } from "@/texts/bookings";

/** Confirms or aborts the cancellation of a booking. */
export function CancelForm({ reference }: { reference: string }) {
  const [posted, formAction] = useActionState(cancelBookingAction, null);
  const { answer, pending, send } = useSubmission<CheckoutRedirect>(cancelBookingAction, posted);
  const refused = answer?.ok ? null : answer;
  return (
    <form
      action={formAction}
      onSubmit={(submission) => {
        submission.preventDefault();
        send(new FormData(submission.currentTarget));
      }}
      className="grid gap-4"
    >
      <input type="hidden" name="reference" value={reference} />
      <FailureNotice failure={refused} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="danger" size="lg" pending={pending}>
          {cancelForm.submit}
        </Button>
        <ButtonLink href={`/bookings/${reference}`} variant="secondary" size="lg">
          {cancelForm.keep}
        </ButtonLink>
      </div>
    </form>
  );
}
