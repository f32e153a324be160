"use client";

import { useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { MarkdownField } from "@/components/forms/markdown-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Alert } from "@/components/ui/alert";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActionResult } from "@/lib/requests/result";
import { saveOrganizerProfileAction } from "@/lib/team/actions";
import { organizerSchema } from "@/lib/team/schema";
import { profileForm } from "@/texts/team";

type Profile = { name: string; city: string; website: string; about: string };

const fieldId = (name: keyof Profile) => `profile-${name}`;

/** Edits an organizer's public page. */
export function ProfileForm({
  organizer,
  profile,
  left,
}: {
  organizer: string;
  profile: Profile;
  left: ActionResult | null;
}) {
  const { result, failure, pending, field, formProps } = useActionForm(saveOrganizerProfileAction, organizerSchema, {
    left,
  });
  const [about, setAbout] = useState(result?.values?.about ?? profile.about);
  const text = (name: "name" | "city" | "website") => {
    const { defaultValue, ...wiring } = field(name);
    return { id: fieldId(name), ...wiring, defaultValue: defaultValue ?? profile[name] };
  };
  const aboutError = result?.ok === false ? result.fieldErrors?.about : undefined;
  const fields = { name: text("name"), city: text("city"), website: text("website") };
  const invalid = [...Object.values(fields), { id: fieldId("about"), error: aboutError }].flatMap(({ id, error }) =>
    error ? [{ message: error, target: id }] : [],
  );
  return (
    <form {...formProps} className="grid gap-5">
      <input type="hidden" name="organizer" value={organizer} />
      {invalid.length > 0 ? <ErrorSummary title={profileForm.errorTitle} errors={invalid} /> : null}
      <FailureNotice failure={failure} />
      {result?.ok && !pending && invalid.length === 0 ? <Alert tone="positive">{profileForm.saved}</Alert> : null}
      <Field label={profileForm.nameLabel} maxLength={120} {...fields.name} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={profileForm.cityLabel} maxLength={80} {...fields.city} />
        <Field
          label={profileForm.websiteLabel}
          inputMode="url"
          maxLength={200}
          placeholder={profileForm.websitePlaceholder}
          {...fields.website}
        />
      </div>
      <MarkdownField
        id={fieldId("about")}
        name="about"
        label={profileForm.aboutLabel}
        value={about}
        onChange={setAbout}
        maxLength={5_000}
        error={aboutError}
        hint={profileForm.aboutHint}
      />
      <SubmitButton size="lg" pending={pending} className="justify-self-start">
        {profileForm.submit}
      </SubmitButton>
    </form>
  );
}
