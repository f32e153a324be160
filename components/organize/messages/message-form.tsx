"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type FormEvent, startTransition, useActionState, useEffect, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { MarkdownField } from "@/components/forms/markdown-field";
import { Alert } from "@/components/ui/alert";
import { CheckboxField, Field, SelectField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { composeMessage } from "@/lib/messages/actions";
import type { ComposeState } from "@/lib/messages/compose-state";
import { BODY_MAX, type MessageValues, messageSchema, SUBJECT_MAX } from "@/lib/messages/schema";
import { MessageReview } from "./message-review";

/** Writing a message, a look at what would be sent to how many, and sending it. Works without scripts, too. */
export function MessageForm({
  slug,
  start,
  audiences,
  viewerEmail,
}: {
  slug: string;
  /** An empty message, or what this form was answered when it was sent without scripts. */
  start: ComposeState;
  audiences: { value: string; text: string }[];
  viewerEmail: string;
}) {
  const [state, dispatch, pending] = useActionState(composeMessage, start);
  const form = useForm<MessageValues, unknown, MessageValues>({
    resolver: zodResolver(messageSchema),
    defaultValues: state.values,
  });
  const { errors } = form.formState;
  // Going back to the words asks nobody.
  const [left, setLeft] = useState<ComposeState["review"]>();
  const review = state.review === left ? undefined : state.review;

  useEffect(() => {
    const [first] = Object.keys(state.errors ?? {});
    if (isField(first)) form.setFocus(first);
  }, [state, form.setFocus]);

  function submit(event: FormEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    return form.handleSubmit(() => startTransition(() => dispatch(data)))(event);
  }

  const errorOf = (name: keyof MessageValues) => errors[name]?.message ?? state.errors?.[name];
  return (
    <form action={dispatch} onSubmit={submit} noValidate className="grid grid-cols-1 gap-6">
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" {...form.register("id")} defaultValue={state.values.id} />
      {state.refusal ? <Alert tone="danger">{state.refusal}</Alert> : null}
      {state.testedBy && !pending ? (
        <Alert tone="positive">
          A test is on its way to <bdi className="wrap-anywhere">{state.testedBy}</bdi>.
        </Alert>
      ) : null}
      <div hidden={review !== undefined} className={review ? undefined : "grid max-w-3xl gap-5"}>
        <SelectField
          label="To"
          {...form.register("to")}
          defaultValue={state.values.to}
          error={errorOf("to")}
          hint="Whoever wants no messages from you is left out."
        >
          {audiences.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </SelectField>
        <Field
          label="Subject"
          dir="auto"
          maxLength={SUBJECT_MAX}
          autoComplete="off"
          {...form.register("subject")}
          defaultValue={state.values.subject}
          error={errorOf("subject")}
        />
        <Controller
          control={form.control}
          name="body"
          render={({ field }) => (
            <MarkdownField
              name="body"
              label="Message"
              value={field.value}
              onChange={field.onChange}
              error={errorOf("body")}
              maxLength={BODY_MAX}
            />
          )}
        />
        <CheckboxField
          label={
            <>
              Answers go to <bdi className="wrap-anywhere">{viewerEmail}</bdi>
            </>
          }
          hint="Everybody who gets the message then sees this address. Without it, nobody reads an answer."
          {...form.register("replies")}
          defaultChecked={state.values.replies}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="intent" value="review" pending={pending}>
            Preview and send
          </SubmitButton>
          <SubmitButton name="intent" value="test" variant="secondary" pending={pending}>
            Send me a test
          </SubmitButton>
        </div>
      </div>
      {review ? <MessageReview review={review} pending={pending} onWrite={() => setLeft(review)} /> : null}
    </form>
  );
}

function isField(name: string | undefined): name is "to" | "subject" {
  return name === "to" || name === "subject";
}
