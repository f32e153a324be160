import { requestFailures } from "@/texts/site";

/** The request was refused, or failed. */
export type ActionFailure<Code extends string = string, Details extends object = object> = {
  ok: false;
  /** `INVALID`: see `fieldErrors`. `UNREACHABLE`: no response came back. Else a code of the use case. */
  code: Code;
  title?: string | undefined;
  message: string;
  /** Where the user can go on, if not in the form itself. */
  next?: { label: string; href: string } | undefined;
  /** The first error of each field, by its path in the form, such as `ticketTypes.0.price`. */
  fieldErrors?: Record<string, string> | undefined;
  values?: TypedValues | undefined;
} & Details;

/** The values of the form, so that it is rendered again as it was filled in. */
export type TypedValues = Record<string, string>;

export type ActionSuccess<Done extends object = object> = { ok: true; values?: TypedValues | undefined } & Done;

/** What server actions and the route handlers of forms return. */
export type ActionResult<Done extends object = object, Code extends string = string, Details extends object = object> =
  | ActionSuccess<Done>
  | ActionFailure<Code, Details>;

export function failure<Code extends string, Details extends object = object>(
  code: Code,
  message: string,
  more?: Details,
): ActionFailure<Code, Details> {
  return { ok: false, code, message, ...more } as ActionFailure<Code, Details>;
}

export function validationFailure(error: {
  issues: { path: PropertyKey[]; message: string }[];
}): ActionFailure<"INVALID"> & {
  fieldErrors: Record<string, string>;
} {
  const fieldErrors: Record<string, string> = {};
  for (const { path, message } of error.issues) fieldErrors[path.join(".")] ??= message;
  return failure("INVALID", requestFailures.invalid, { fieldErrors });
}

export function rateLimitFailure(minutes: number): ActionFailure<"TOO_MANY_ATTEMPTS"> {
  return failure("TOO_MANY_ATTEMPTS", requestFailures.tooManyAttempts(minutes));
}

/** The request, or the connection to the database, was lost: it may or may not have been carried out. */
export const unreachableFailure = failure("UNREACHABLE", requestFailures.unreachable);

/** The page comes from an earlier deployment, whose actions this one does not have. Nothing was done. */
export const outdatedFailure = failure("OUTDATED", requestFailures.outdated, {
  title: requestFailures.outdatedTitle,
});
