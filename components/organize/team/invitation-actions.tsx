"use client";

import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { resendInvitationAction, revokeInvitationAction } from "@/lib/team/actions";
import { invitationActions } from "@/texts/team";

type Props = { organizer: string; invitation: string; email: string };

/** Sending an invitation again, or taking it back: undone by inviting anew. */
export function InvitationActions({ organizer, invitation, email }: Props) {
  const resend = useAction(resendInvitationAction);
  const revoke = useAction(revokeInvitationAction);
  const refusal = [resend.answer, revoke.answer].find((answer) => answer && !answer.ok);
  const isBusy = resend.pending || revoke.pending;
  return (
    <div className="grid gap-1 md:justify-items-end">
      <div className="-mx-2 flex flex-wrap gap-2 md:mx-0">
        <Button
          variant="secondary"
          size="sm"
          aria-label={invitationActions.sendAgainTo(email)}
          pending={resend.pending}
          aria-disabled={isBusy}
          onClick={() => resend.run({ organizer, invitation })}
        >
          {invitationActions.sendAgain}
        </Button>
        <Button
          variant="ghost"
          size="sm"
          aria-label={invitationActions.revokeTheInvitationTo(email)}
          pending={revoke.pending}
          aria-disabled={isBusy}
          onClick={() => revoke.run({ organizer, invitation })}
        >
          {invitationActions.revoke}
        </Button>
      </div>
      <p aria-live="polite" className="text-sm empty:hidden">
        {refusal && !refusal.ok ? <span className="text-danger">{refusal.message}</span> : null}
        {resend.answer?.ok ? <span className="text-positive">{invitationActions.sentAgainForAnotherSeven}</span> : null}
      </p>
    </div>
  );
}
