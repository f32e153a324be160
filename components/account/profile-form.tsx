"use client";

import type { ReactNode } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useActionForm } from "@/components/forms/use-action-form";
import { Alert } from "@/components/ui/alert";
import { Field, SelectField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { saveProfileAction } from "@/lib/auth/account-actions";
import { profileSchema } from "@/lib/auth/schema";
import { profileForm } from "@/texts/account";

type Props = { name: string; timeZone: string; timeZones: ReactNode };

export function ProfileForm({ name, timeZone, timeZones }: Props) {
  const { result, failure, pending, field, formProps } = useActionForm(saveProfileAction, profileSchema);
  const zone = field("timeZone");
  return (
    <form {...formProps} className="grid gap-5">
      <FailureNotice failure={failure} />
      {result?.ok && !pending ? <Alert tone="positive">{profileForm.saved}</Alert> : null}
      <Field
        label={profileForm.name}
        autoComplete="name"
        {...field("name")}
        defaultValue={result?.values?.name ?? name}
      />
      <SelectField
        label={profileForm.timeZone}
        hint={profileForm.timeZoneHint}
        {...zone}
        defaultValue={result?.values?.timeZone ?? timeZone}
      >
        {timeZones}
      </SelectField>
      <SubmitButton pending={pending} className="justify-self-start">
        {profileForm.submit}
      </SubmitButton>
    </form>
  );
}
