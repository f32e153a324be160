"use client";

import { useActionState } from "react";
import { Alert } from "@/components/ui/alert";
import { SubmitButton } from "@/components/ui/submit-button";
import { settleClockRules } from "@/lib/clock-rules/actions";
import type { FormState } from "@/lib/forms/form-state";

type Props = { slug: string; version: number; keepClock: string; keepMoment: string; left: FormState };

/** The two ways to settle what changed clock rules have done to an event. */
export function ClockRulesForm({ slug, version, keepClock, keepMoment, left }: Props) {
  const [state, action] = useActionState(settleClockRules, left);
  return (
    <form action={action} className="grid gap-3">
      {state.message ? <Alert tone="danger">{state.message}</Alert> : null}
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="version" value={version} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="keep" value="clock">
          {keepClock}
        </SubmitButton>
        <SubmitButton name="keep" value="moment" variant="secondary">
          {keepMoment}
        </SubmitButton>
      </div>
    </form>
  );
}
