"use client";

import { useCallback, useEffect, useState } from "react";
import { useActionForm } from "@/components/forms/use-action-form";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/forms/form-state";
import { inviteMember } from "@/lib/team/actions";
import { invitationSchema } from "@/lib/team/schema";
import { RoleChoice } from "./role-choice";

/** Offers people a seat in the team, by mail, one after another. */
export function InviteForm({ organizer, answer }: { organizer: string; answer: FormState }) {
  const { sentTo, ...refusal } = answer;
  const [invited, setInvited] = useState(sentTo ? [sentTo] : []);
  const note = useCallback((email: string) => setInvited((before) => [...before, email]), []);
  return (
    <div className="grid gap-5">
      <InvitationFields
        // An empty form for the next one.
        key={invited.length}
        organizer={organizer}
        answer={refusal}
        onInvited={note}
      />
      <p aria-live="polite" className="font-medium text-positive wrap-anywhere empty:hidden">
        {invited.length > 0 ? `An invitation is on its way to ${invited.at(-1)}.` : null}
      </p>
    </div>
  );
}

function InvitationFields({
  organizer,
  answer,
  onInvited,
}: {
  organizer: string;
  answer: FormState;
  onInvited: (email: string) => void;
}) {
  const { state, pending, field, formProps } = useActionForm(inviteMember, invitationSchema, {
    defaultValues: { email: "", role: "manager" },
    answer,
  });
  const { sentTo } = state;
  useEffect(() => {
    if (sentTo) onInvited(sentTo);
  }, [sentTo, onInvited]);
  const { error: _, defaultValue: __, ...role } = field("role");
  return (
    <form {...formProps} className="grid gap-5">
      {state.message ? <Alert tone="danger">{state.message}</Alert> : null}
      <input type="hidden" name="organizer" value={organizer} />
      <Field
        label="Email"
        type="email"
        inputMode="email"
        autoComplete="off"
        hint="No Quorix account needed yet."
        {...field("email")}
      />
      <RoleChoice legend="Role" input={role} initial="manager" />
      <SubmitButton pending={pending} className="justify-self-start">
        Send invitation
      </SubmitButton>
    </form>
  );
}
