"use client";

import { useActionForm } from "@/components/forms/use-action-form";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/forms/form-state";
import { organizerSchema } from "@/lib/team/schema";
import { startOrganizer } from "@/lib/team/start-actions";

/** All it takes to become an organizer. */
export function StartForm({ answer }: { answer?: FormState }) {
  const { state, pending, field, formProps } = useActionForm(startOrganizer, organizerSchema, { answer });
  return (
    <form {...formProps} className="grid gap-5">
      {state.message ? <Alert tone="danger">{state.message}</Alert> : null}
      <Field
        label="Name"
        hint="Yours, or that of your group, club or company. It stands on every event."
        autoComplete="organization"
        maxLength={120}
        {...field("name")}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          label={
            <>
              City <Optional />
            </>
          }
          autoComplete="address-level2"
          maxLength={80}
          {...field("city")}
        />
        <Field
          label={
            <>
              Website <Optional />
            </>
          }
          inputMode="url"
          autoComplete="url"
          placeholder="example.com"
          maxLength={200}
          {...field("website")}
        />
      </div>
      <SubmitButton size="lg" pending={pending} className="justify-self-start">
        Start organizing
      </SubmitButton>
    </form>
  );
}

function Optional() {
  return <span className="font-normal text-muted">(optional)</span>;
}
