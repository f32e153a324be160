"use client";

import { FailureNotice } from "@/components/forms/failure-notice";
import { useActionForm } from "@/components/forms/use-action-form";
import { Field } from "@/components/ui/field";
import { RichText } from "@/components/ui/rich-text";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionFailure } from "@/lib/requests/result";
import { createOrganizerAction } from "@/lib/team/actions";
import { organizerSchema } from "@/lib/team/schema";
import { createOrganizerForm } from "@/texts/team";

export function CreateOrganizerForm({ left }: { left: ActionFailure | null }) {
  const { failure, pending, field, formProps } = useActionForm(createOrganizerAction, organizerSchema, { left });
  return (
    <form {...formProps} className="grid gap-5">
      <FailureNotice failure={failure} />
      <Field
        label={createOrganizerForm.nameLabel}
        hint={createOrganizerForm.nameHint}
        autoComplete="organization"
        maxLength={120}
        {...field("name")}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          label={<RichText text={createOrganizerForm.cityLabel} values={{ optional: <Optional /> }} />}
          autoComplete="address-level2"
          maxLength={80}
          {...field("city")}
        />
        <Field
          label={<RichText text={createOrganizerForm.websiteLabel} values={{ optional: <Optional /> }} />}
          inputMode="url"
          autoComplete="url"
          placeholder={createOrganizerForm.websitePlaceholder}
          maxLength={200}
          {...field("website")}
        />
      </div>
      <SubmitButton size="lg" pending={pending} className="justify-self-start">
        {createOrganizerForm.submit}
      </SubmitButton>
    </form>
  );
}

function Optional() {
  return <span className="font-normal text-muted">{createOrganizerForm.optional}</span>;
}
