/** What was asked was not done. */
export type ActionFailure<Code extends string = string, Details extends object = object> = {
  ok: false;
  /** `INVALID`: see `fieldErrors`. `UNREACHABLE`: no answer came back. Else that of the use case. */
  code: Code;
  title?: string | undefined;
  message: string;
  /** Where to go on; without it, the form that was sent is the place to go on. */
  next?: { label: string; href: string } | undefined;
  /** The first problem of each field, by its path in the form, such as `ticketTypes.0.price`. */
  fieldErrors?: Record<string, string> | undefined;
  values?: TypedValues | undefined;
} & Details;

/** What was typed, so that a form that is rendered anew comes back filled in. */
export type TypedValues = Record<string, string>;

export type ActionSuccess<Done extends object = object> = { ok: true; values?: TypedValues | undefined } & Done;

/** What a server action, and a route handler that a form asks, answers. */
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

/** The first problem of each field. */
export function validationFailure(error: {
  issues: { path: PropertyKey[]; message: string }[];
}): ActionFailure<"INVALID"> & {
  fieldErrors: Record<string, string>;
} {
  const fieldErrors: Record<string, string> = {};
  for (const { path, message } of error.issues) fieldErrors[path.join(".")] ??= message;
  return failure("INVALID", "Some fields need another look.", { fieldErrors });
}

export function rateLimitFailure(minutes: number): ActionFailure<"TOO_MANY_ATTEMPTS"> {
  const wait = `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  return failure("TOO_MANY_ATTEMPTS", `Too many attempts. Try again in ${wait}.`);
}

/** The request got lost, or the database with it: it may or may not have been done. */
export const unreachableFailure = failure(
  "UNREACHABLE",
  "We could not reach Quorix. Check your connection and try again; nothing you typed is lost.",
);

/** The page was made by an earlier deployment, whose actions this one does not know. Nothing was done. */
export const outdatedFailure = failure("OUTDATED", "Reload to go on; what you typed is kept.", {
  title: "This page was updated",
});
