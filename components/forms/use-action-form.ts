import { zodResolver } from "@hookform/resolvers/zod";
import { type FormEvent, startTransition, useActionState, useEffect, useRef } from "react";
import { type DefaultValues, type FieldValues, type Path, type PathValue, useForm } from "react-hook-form";
import type { z } from "zod";
import type { FormState } from "@/lib/forms/form-state";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/**
 * A form that posts to a server action with or without scripts. With them, the action's own schema is checked first;
 * the inputs are uncontrolled, so what was typed before the scripts arrived stays. `answer` is the action's to a form
 * that was sent without them.
 */
export function useActionForm<Values extends FieldValues>(
  action: Action,
  schema: z.ZodType<unknown, Values>,
  { defaultValues, answer = {} }: { defaultValues?: DefaultValues<Values>; answer?: FormState } = {},
) {
  const [state, dispatch, pending] = useActionState(action, answer);
  const form = useForm<Values, unknown, unknown>({
    resolver: zodResolver(schema),
    defaultValues,
    errors: state.errors as FormState<Values>["errors"],
  });
  const { setFocus } = form;
  // The second click of a double click comes before the button is seen as pending.
  const isSending = useRef(false);

  useEffect(() => {
    const [first] = Object.keys(state.errors ?? {});
    if (first) setFocus(first as Path<Values>);
  }, [state, setFocus]);

  useEffect(() => {
    if (!pending) isSending.current = false;
  }, [pending]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    // The browser sends the pressed button's name and value; the schema has to see them, too.
    if (submitter instanceof HTMLButtonElement && submitter.name) {
      const name = submitter.name as Path<Values>;
      form.setValue(name, submitter.value as PathValue<Values, typeof name>);
    }
    return form.handleSubmit(() => {
      if (isSending.current) return;
      isSending.current = true;
      startTransition(() => dispatch(data));
    })(event);
  }

  function field(name: Path<Values>) {
    const message = form.formState.errors[name]?.message;
    return {
      ...form.register(name),
      defaultValue: state.values?.[name],
      error: typeof message === "string" ? message : undefined,
    };
  }

  return { state, pending, field, formProps: { action: dispatch, onSubmit, noValidate: true } };
}
