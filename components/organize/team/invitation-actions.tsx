"use client";

import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { resendInvitationAction, revokeInvitationAction } from "@/lib/team/actions";
import { invitationActions } from "@/texts/team";

type Props = { organizer: string; invitation: string; email: string };

/** Resends or revokes an invitation. Inviting again undoes a revocation. */
export function InvitationActions({ organizer, invitation, email }: Props) {
  const resend = useAction(resendInvitationAction);
  const revoke = useAction(revokeInvitationAction);
  const refusal = [resend.answer, revoke.answer].find((answer) => answer && !answer.ok);
  const isBusy = resend.pending || revoke.pending;
  return (
    <div className="grid gap-1 md:justify-items-end">
      <div className="flex flex-wrap gap-2">
        <Button
          variant="secondary"
          size="sm"
          aria-label={invitationActions.resendLabel(email)}
          pending={resend.pending}
          aria-disabled={isBusy}
          onClick={() => resend.run({ organizer, invitation })}
        >
          {invitationActions.resend}
        </Button>
        <Button
          variant="ghost"
          size="sm"
          aria-label={invitationActions.revokeLabel(email)}
          pending={revoke.pending}
          aria-disabled={isBusy}
          onClick={() => revoke.run({ organizer, invitation })}
        >
          {invitationActions.revoke}
        </Button>
      </div>
      <p aria-live="polite" className="text-sm empty:hidden">
        {refusal && !refusal.ok ? <span className="text-danger">{refusal.message}</span> : null}
        {resend.answer?.ok ? <span className="text-positive">{invitationActions.resent}</span> : null}
      </p>
    </div>
  );
}
