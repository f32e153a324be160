"use client";

import { useCallback, useEffect, useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useActionForm } from "@/components/forms/use-action-form";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionResult } from "@/lib/requests/result";
import { inviteMemberAction } from "@/lib/team/actions";
import { invitationSchema } from "@/lib/team/schema";
import { inviteForm } from "@/texts/team";
import { RoleChoice } from "./role-choice";

type InviteFormResult = ActionResult<{ sentTo: string }>;

/** Invites people to the team by email, one after another. */
export function InviteForm({ organizer, left }: { organizer: string; left: InviteFormResult | null }) {
  const [invited, setInvited] = useState(left?.ok ? [left.sentTo] : []);
  const note = useCallback((email: string) => setInvited((before) => [...before, email]), []);
  return (
    <div className="grid gap-5">
      <InvitationFields
        // Empties the form after each invitation.
        key={invited.length}
        organizer={organizer}
        left={left?.ok ? null : left}
        onInvited={note}
      />
      <p aria-live="polite" className="font-medium text-positive wrap-anywhere empty:hidden">
        {invited.length > 0 ? inviteForm.sent(invited.at(-1) ?? "") : null}
      </p>
    </div>
  );
}

function InvitationFields({
  organizer,
  left,
  onInvited,
}: {
  organizer: string;
  left: InviteFormResult | null;
  onInvited: (email: string) => void;
}) {
  const { result, failure, pending, field, formProps } = useActionForm(inviteMemberAction, invitationSchema, {
    defaultValues: { email: "", role: "manager" },
    left,
  });
  const sentTo = result?.ok ? result.sentTo : null;
  useEffect(() => {
    if (sentTo) onInvited(sentTo);
  }, [sentTo, onInvited]);
  const { error: _, defaultValue: __, ...role } = field("role");
  return (
    <form {...formProps} className="grid gap-5">
      <FailureNotice failure={failure} />
      <input type="hidden" name="organizer" value={organizer} />
      <Field
        label={inviteForm.emailLabel}
        type="email"
        inputMode="email"
        autoComplete="off"
        hint={inviteForm.emailHint}
        {...field("email")}
      />
      <RoleChoice legend={inviteForm.roleLabel} input={role} initial="manager" />
      <SubmitButton pending={pending} className="justify-self-start">
        {inviteForm.submit}
      </SubmitButton>
    </form>
  );
}
