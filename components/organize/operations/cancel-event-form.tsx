"use client";

import type { Route } from "next";
import { useMemo, useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { useActionForm } from "@/components/forms/use-action-form";
import { EmailPreview } from "@/components/organize/messages/email-preview";
import { ButtonLink } from "@/components/ui/button";
import { Field, TextareaField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { cancelEventAction } from "@/lib/operations/actions";
import { cancelEventSchema, REASON_MAX } from "@/lib/operations/schema";
import type { ActionFailure } from "@/lib/requests/result";
import { cancelEventForm } from "@/texts/messages";
import { fillInReason } from "./fill-in-reason";

/** The reason, the deliberate step, and the mail as it will be with that reason. */
export function CancelEventForm({
  event,
  mail,
  left,
}: {
  event: { slug: string; name: string };
  mail: { subject: string; html: string };
  /** The action's, to this form sent without scripts. */
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
          label={cancelEventForm.whyItIsCancelled}
          dir="auto"
          rows={5}
          maxLength={REASON_MAX}
          hint={cancelEventForm.goesIntoTheMailIn}
          {...reasonField}
          onBlur={(leaving) => {
            setReason(leaving.currentTarget.value);
            return reasonField.onBlur(leaving);
          }}
        />
        <Field
          label={
            <>
              {cancelEventForm.toBeSureTypeThe} <bdi className="wrap-anywhere select-all font-normal">{event.name}</bdi>
            </>
          }
          dir="auto"
          autoComplete="off"
          {...field("eventName")}
        />
        <p className="text-muted text-pretty">{cancelEventForm.thisCannotBeUndoneSales}</p>
        <div className="flex flex-wrap gap-3">
          <SubmitButton variant="danger" pending={pending}>
            {cancelEventForm.cancelTheEvent}
          </SubmitButton>
          <ButtonLink href={`/organize/events/${event.slug}` as Route} variant="secondary">
            {cancelEventForm.keepTheEvent}
          </ButtonLink>
        </div>
      </form>
      <section aria-labelledby="mail" className="grid content-start gap-3">
        <h2 id="mail" className="text-xl">
          {cancelEventForm.theMailTheyGet}
        </h2>
        <EmailPreview
          subject={mail.subject}
          html={fillInReason(mail.html, reason)}
          title={cancelEventForm.previewOfTheMail}
        />
      </section>
    </div>
  );
}
