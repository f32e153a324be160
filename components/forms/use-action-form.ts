import { zodResolver } from "@hookform/resolvers/zod";
import { type FormEvent, useEffect, useMemo } from "react";
import {
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  type Path,
  type PathValue,
  useForm,
} from "react-hook-form";
import type { z } from "zod";
import type { ActionResult } from "@/lib/requests/result";
import { getSubmittedData, type InitialResult, useFormAction } from "./use-form-action";

/**
 * `useFormAction` with validated fields. With scripts, the action's schema is checked before the request. The inputs
 * are uncontrolled, so that values typed before hydration stay. `failure` is null if the fields show it.
 */
export function useActionForm<Values extends FieldValues, Result extends ActionResult>(
  action: (previous: unknown, form: FormData) => Promise<Result>,
  schema: z.ZodType<unknown, Values>,
  { defaultValues, left }: { defaultValues?: DefaultValues<Values>; left?: InitialResult<Result> } = {},
) {
  const { result, failure, pending, send, formProps } = useFormAction(action, left);
  const fieldErrors = failure?.fieldErrors;
  const errors = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(fieldErrors ?? {}).map(([name, message]) => [name, { type: "server", message }]),
      ) as FieldErrors<Values>,
    [fieldErrors],
  );
  const form = useForm<Values, unknown, unknown>({ resolver: zodResolver(schema), defaultValues, errors });
  const { setFocus } = form;

  useEffect(() => {
    const [first] = Object.keys(fieldErrors ?? {});
    if (first) setFocus(first as Path<Values>);
  }, [fieldErrors, setFocus]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const data = getSubmittedData(event);
    const { submitter } = event.nativeEvent as SubmitEvent;
    // The browser sends the pressed button's name and value; the schema has to see them, too.
    if (submitter instanceof HTMLButtonElement && submitter.name) {
      const name = submitter.name as Path<Values>;
      form.setValue(name, submitter.value as PathValue<Values, typeof name>);
    }
    return form.handleSubmit(() => void send(data))(event);
  }

  function field(name: Path<Values>) {
    const message = form.formState.errors[name]?.message;
    return {
      ...form.register(name),
      defaultValue: result?.values?.[name],
      error: typeof message === "string" ? message : undefined,
    };
  }

  return {
    result,
    failure: fieldErrors ? null : failure,
    pending,
    field,
    formProps: { ...formProps, onSubmit, noValidate: true },
  };
}
