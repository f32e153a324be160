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

/** An organizer's public page, as its owners word it. */
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
  const wrong = [...Object.values(fields), { id: fieldId("about"), error: aboutError }].flatMap(({ id, error }) =>
    error ? [{ message: error, target: id }] : [],
  );
  return (
    <form {...formProps} className="grid gap-5">
      <input type="hidden" name="organizer" value={organizer} />
      {wrong.length > 0 ? <ErrorSummary title={profileForm.notSavedYet} errors={wrong} /> : null}
      <FailureNotice failure={failure} />
      {result?.ok && !pending && wrong.length === 0 ? (
        <Alert tone="positive">{profileForm.savedThePublicPageSays}</Alert>
      ) : null}
      <Field label={profileForm.name} maxLength={120} {...fields.name} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={profileForm.cityOptional} maxLength={80} {...fields.city} />
        <Field
          label={profileForm.websiteOptional}
          inputMode="url"
          maxLength={200}
          placeholder={profileForm.exampleCom}
          {...fields.website}
        />
      </div>
      <MarkdownField
        id={fieldId("about")}
        name="about"
        label={profileForm.aboutOptional}
        value={about}
        onChange={setAbout}
        maxLength={5_000}
        error={aboutError}
        hint={profileForm.whoYouAreAndWhat}
      />
      <SubmitButton size="lg" pending={pending} className="justify-self-start">
        {profileForm.save}
      </SubmitButton>
    </form>
  );
}
