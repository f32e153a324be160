"use client";

import type { Route } from "next";
import { useMemo, useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useActionForm } from "@/components/forms/use-action-form";
import { EmailPreview } from "@/components/organize/messages/email-preview";
import { ButtonLink } from "@/components/ui/button";
import { Field, TextareaField } from "@/components/ui/field";
import { RichText } from "@/components/ui/rich-text";
import { SubmitButton } from "@/components/ui/submit-button";
import { cancelEventAction } from "@/lib/operations/actions";
import { cancelEventSchema, REASON_MAX } from "@/lib/operations/schema";
import type { ActionFailure } from "@/lib/requests/result";
import { cancelEventForm } from "@/texts/messages";
import { fillInReason } from "./fill-in-reason";

/** Asks for the reason and the event's name as confirmation, and previews the email. */
export function CancelEventForm({
  event,
  email,
  left,
}: {
  event: { slug: string; name: string };
  email: { subject: string; html: string };
  /** The action's result, if this form was submitted without scripts. */
  left: ActionFailure | null;
}) {
  const schema = useMemo(() => cancelEventSchema(event.name), [event.name]);
  const { result, failure, pending, field, formProps } = useActionForm(cancelEventAction, schema, { left });
  const [reason, setReason] = useState(result?.values?.reason ?? "");
  const reasonField = field("reason");
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-2">
      <form {...formProps} className="grid content-start gap-5">
        <FailureNotice failure={failure} />
        <input type="hidden" name="slug" value={event.slug} />
        <TextareaField
          label={cancelEventForm.reasonLabel}
          dir="auto"
          rows={5}
          maxLength={REASON_MAX}
          hint={cancelEventForm.reasonHint}
          {...reasonField}
          onBlur={(leaving) => {
            setReason(leaving.currentTarget.value);
            return reasonField.onBlur(leaving);
          }}
        />
        <Field
          label={
            <RichText
              text={cancelEventForm.nameLabel}
              values={{ name: <bdi className="wrap-anywhere select-all font-normal">{event.name}</bdi> }}
            />
          }
          dir="auto"
          autoComplete="off"
          {...field("eventName")}
        />
        <p className="text-muted text-pretty">{cancelEventForm.warning}</p>
        <div className="flex flex-wrap gap-3">
          <SubmitButton variant="danger" pending={pending}>
            {cancelEventForm.submit}
          </SubmitButton>
          <ButtonLink href={`/organize/events/${event.slug}` as Route} variant="secondary">
            {cancelEventForm.cancel}
          </ButtonLink>
        </div>
      </form>
      <section aria-labelledby="mail" className="grid content-start gap-3">
        <h2 id="mail" className="text-xl">
          {cancelEventForm.previewHeading}
        </h2>
        <EmailPreview
          subject={email.subject}
          html={fillInReason(email.html, reason)}
          title={cancelEventForm.previewTitle}
        />
      </section>
    </div>
  );
}
