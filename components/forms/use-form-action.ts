import { type FormEvent, useActionState } from "react";
import type { ActionFailure, ActionResult } from "@/lib/requests/result";
import { useAction } from "./use-action";

/** A failure left for the page has no type for its code. */
export type InitialResult<Result> = Extract<Result, { ok: true }> | ActionFailure | null;

/**
 * A form that posts to a server action with or without scripts. `left` is the result of a form that was posted without
 * scripts.
 */
export function useFormAction<Result extends ActionResult>(
  action: (previous: unknown, form: FormData) => Promise<Result>,
  left: InitialResult<Result> = null,
) {
  const [posted, formAction] = useActionState<Result | ActionFailure | null, FormData>(
    action,
    left as Awaited<Result> | ActionFailure | null,
  );
  const { run, answer, pending } = useAction(action);
  const send = (form: FormData) => run(null, form);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    return send(getSubmittedData(event));
  }

  const result = answer ?? posted;
  return {
    result,
    failure: result && !result.ok ? (result as ActionFailure) : null,
    pending,
    send,
    formProps: { action: formAction, onSubmit },
  };
}

/** With the name and value of the submit button. */
export function getSubmittedData(event: FormEvent<HTMLFormElement>): FormData {
  const { submitter } = event.nativeEvent as SubmitEvent;
  return new FormData(event.currentTarget, submitter);
}
