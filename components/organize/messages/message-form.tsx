"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type FormEvent, useEffect, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { FailureNotice } from "@/components/forms/failure-notice";
import { MarkdownField } from "@/components/forms/markdown-field";
import { getSubmittedData, useFormAction } from "@/components/forms/use-form-action";
import { Alert } from "@/components/ui/alert";
import { CheckboxField, Field, SelectField } from "@/components/ui/field";
import { RichText } from "@/components/ui/rich-text";
import { SubmitButton } from "@/components/ui/submit-button";
import { composeMessageAction } from "@/lib/messages/actions";
import {
  BODY_MAX,
  type ComposeResult,
  type MessageValues,
  messageSchema,
  type MessageReview as Review,
  SUBJECT_MAX,
  toMessageValues,
} from "@/lib/messages/schema";
import { messageForm } from "@/texts/messages";
import { MessageReview } from "./message-review";

/** Writes, previews, tests and sends a message. Works without scripts. */
export function MessageForm({
  slug,
  start,
  left,
  audiences,
  viewerEmail,
}: {
  slug: string;
  /** An empty message. */
  start: MessageValues;
  /** The action's result, if this form was submitted without scripts. */
  left: ComposeResult | null;
  audiences: { value: string; text: string }[];
  viewerEmail: string;
}) {
  const { result, failure, pending, send, formProps } = useFormAction<ComposeResult>(composeMessageAction, left);
  const [typed] = useState(() => (left?.values ? toMessageValues(left.values) : start));
  const composed = result?.ok ? result : null;
  const form = useForm<MessageValues, unknown, MessageValues>({
    resolver: zodResolver(messageSchema),
    defaultValues: typed,
  });
  const { errors } = form.formState;
  // "Keep editing" closes the review without a request.
  const [closed, setClosed] = useState<Review>();
  const review = composed?.review === closed ? undefined : composed?.review;

  useEffect(() => {
    const [first] = Object.keys(failure?.fieldErrors ?? {});
    if (isField(first)) form.setFocus(first);
  }, [failure, form.setFocus]);

  function submit(event: FormEvent<HTMLFormElement>) {
    const data = getSubmittedData(event);
    return form.handleSubmit(() => void send(data))(event);
  }

  const errorOf = (name: keyof MessageValues) => errors[name]?.message ?? failure?.fieldErrors?.[name];
  return (
    <form action={formProps.action} onSubmit={submit} noValidate className="grid grid-cols-1 gap-6">
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" {...form.register("id")} defaultValue={typed.id} />
      {failure?.fieldErrors ? null : <FailureNotice failure={failure} />}
      {composed?.testedBy && !pending ? (
        <Alert tone="positive">
          <RichText
            text={messageForm.testSent}
            values={{ email: <bdi className="wrap-anywhere">{composed.testedBy}</bdi> }}
          />
        </Alert>
      ) : null}
      <div hidden={review !== undefined} className={review ? undefined : "grid max-w-3xl gap-5"}>
        <SelectField
          label={messageForm.audienceLabel}
          {...form.register("to")}
          defaultValue={typed.to}
          error={errorOf("to")}
          hint={messageForm.audienceHint}
        >
          {audiences.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </SelectField>
        <Field
          label={messageForm.subjectLabel}
          dir="auto"
          maxLength={SUBJECT_MAX}
          autoComplete="off"
          {...form.register("subject")}
          defaultValue={typed.subject}
          error={errorOf("subject")}
        />
        <Controller
          control={form.control}
          name="body"
          render={({ field }) => (
            <MarkdownField
              name="body"
              label={messageForm.bodyLabel}
              value={field.value}
              onChange={field.onChange}
              error={errorOf("body")}
              maxLength={BODY_MAX}
            />
          )}
        />
        <CheckboxField
          label={
            <RichText
              text={messageForm.repliesLabel}
              values={{ email: <bdi className="wrap-anywhere">{viewerEmail}</bdi> }}
            />
          }
          hint={messageForm.repliesHint}
          {...form.register("replies")}
          defaultChecked={typed.replies}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="intent" value="review" pending={pending}>
            {messageForm.preview}
          </SubmitButton>
          <SubmitButton name="intent" value="test" variant="secondary" pending={pending}>
            {messageForm.sendTest}
          </SubmitButton>
        </div>
      </div>
      {review ? <MessageReview review={review} pending={pending} onWrite={() => setClosed(review)} /> : null}
    </form>
  );
}

function isField(name: string | undefined): name is "to" | "subject" {
  return name === "to" || name === "subject";
}
