"use client";

import { FailureNotice } from "@/components/forms/failure-notice";
import { useFormAction } from "@/components/forms/use-form-action";
import { SubmitButton } from "@/components/ui/submit-button";
import { resolveClockRulesAction } from "@/lib/clock-rules/actions";
import type { ActionFailure } from "@/lib/requests/result";

type Props = { slug: string; version: number; keepClock: string; keepMoment: string; left: ActionFailure | null };

/** Keeps the time that the tickets name, or the stored instant. */
export function ClockRulesForm({ slug, version, keepClock, keepMoment, left }: Props) {
  const { failure, formProps } = useFormAction(resolveClockRulesAction, left);
  return (
    <form {...formProps} className="grid gap-3">
      <FailureNotice failure={failure} />
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
