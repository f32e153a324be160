import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import { errorCode, isConnectionLost } from "@/db/errors";
import { type Deadline, raceDeadline, requestDeadline } from "@/lib/deadline";
import { log } from "@/lib/log";
import { checkLimit, type Limit, type RateLimitResult } from "@/lib/redis/rate-limit";
import { withNoScriptResult } from "./no-script-result";
import {
  type ActionFailure,
  type ActionResult,
  type ActionSuccess,
  rateLimitFailure,
  type TypedValues,
  unreachableFailure,
  validationFailure,
} from "./result";

type ActionContext<Input> = { input: Input; deadline: Deadline };
type Allowed<Access> = Extract<Access, { ok: true }>;
type Denied<Access> = Exclude<Access, { ok: true }>;
type Limited = Extract<RateLimitResult, { ok: false }>;

type Definition<Schema extends z.ZodType, Access extends { ok: boolean }, Result extends ActionResult> = {
  input: Schema;
  /** Authorizes the request; what it returns is passed on. See `allowAnyone`, `authorizeViewer`, `eventAccessFor`. */
  access: (context: ActionContext<z.output<Schema>>) => Promise<Access>;
  run: (context: NoInfer<Allowed<Access>> & ActionContext<z.output<Schema>>) => Promise<Result>;
  /** The rate limit that counts the attempt; null to not count it. */
  limit?: (context: NoInfer<Allowed<Access>> & ActionContext<z.output<Schema>>) => Limit | null;
  /** Replaces the usual result of too many attempts. */
  onLimited?: (limit: Limited) => NoInfer<Result>;
  /** Replaces the usual message for invalid input. */
  invalidMessage?: Pick<ActionFailure, "title" | "message">;
  /**
   * The result at the deadline, when the work may or may not be done ("unknown"), or when the database cannot be
   * reached ("no"). Without it there is no deadline.
   */
  onDeadline?: (context: ActionContext<z.output<Schema>>, wasDone: "unknown" | "no") => NoInfer<Result>;
  /** Wraps everything after the parsing. */
  wrap?: (
    context: ActionContext<z.output<Schema>>,
    act: () => Promise<NoInfer<ActionAnswer<Access, Result>>>,
  ) => Promise<NoInfer<ActionAnswer<Access, Result>>>;
};

type FormReader = {
  /** The form's fields in the shape of `input`. By default the last value of each name. */
  read?: (form: FormData) => unknown;
};

type FormDefinition<Schema extends z.ZodType, Access extends { ok: boolean }, Result extends ActionResult> = Definition<
  Schema,
  Access,
  Result
> &
  FormReader & {
    /** The page that shows the result without scripts. By default the page that the form was posted to. */
    page?: (fields: TypedValues) => string;
  };

type ActionAnswer<Access, Result> =
  | Denied<Access>
  | Result
  | ActionFailure<"INVALID" | "TOO_MANY_ATTEMPTS" | "UNREACHABLE">;

type WithValues<Result> = Result & { values?: TypedValues | undefined };

/** Access for actions that need none. */
export const allowAnyone = async () => ({ ok: true }) as const;

async function runAction<Schema extends z.ZodType, Access extends { ok: boolean }, Result extends ActionResult>(
  definition: Definition<Schema, Access, Result>,
  given: unknown,
): Promise<ActionAnswer<Access, Result>> {
  const deadline = requestDeadline();
  const parsed = definition.input.safeParse(given);
  if (!parsed.success) return { ...validationFailure(parsed.error), ...definition.invalidMessage };
  const context = { input: parsed.data, deadline };
  const rest = async (): Promise<ActionAnswer<Access, Result>> => {
    const access = await definition.access(context);
    if (!isAllowed(access)) return access as Denied<Access>;
    const allowed = { ...access, ...context };
    const limit = definition.limit?.(allowed);
    const counted = limit ? await checkLimit(limit, await headers()) : null;
    if (counted && !counted.ok) return definition.onLimited?.(counted) ?? rateLimitFailure(counted.retryInMinutes);
    return definition.run(allowed);
  };
  const { onDeadline } = definition;
  try {
    const work = definition.wrap?.(context, rest) ?? rest();
    if (!onDeadline) return await work;
    return await raceDeadline(deadline, work, () => {
      log.warn("request.deadline.passed");
      return onDeadline(context, "unknown");
    });
  } catch (error) {
    if (!isConnectionLost(error)) throw error;
    log.warn("request.database.lost", { code: errorCode(error) });
    return onDeadline?.(context, "no") ?? unreachableFailure;
  }
}

function isAllowed<Access extends { ok: boolean }>(access: Access): access is Allowed<Access> {
  return access.ok;
}

/**
 * A server action that a script calls: parses the input, checks access and the rate limit, and runs. The input comes
 * from the client and may be anything.
 */
export function defineAction<Schema extends z.ZodType, Access extends { ok: boolean }, Result extends ActionResult>(
  definition: Definition<Schema, Access, Result>,
) {
  return async (input: z.input<Schema>): Promise<ActionAnswer<Access, Result>> => runAction(definition, input);
}

/** A server action of a form that shows the result and keeps its values, with or without scripts. */
export function defineFormAction<Schema extends z.ZodType, Access extends { ok: boolean }, Result extends ActionResult>(
  definition: FormDefinition<Schema, Access, Result>,
) {
  return async (_previous: unknown, given: FormData): Promise<WithValues<ActionAnswer<Access, Result>>> => {
    const form = toFormData(given);
    const fields = textFields(form);
    const answer = async () => ({
      values: withoutSecrets(fields),
      ...(await runAction(definition, readForm(definition, form))),
    });
    return definition.page ? withNoScriptResult(definition.page(fields), answer) : answer();
  };
}

/** A server action of a form that redirects; `refused` runs if the action was refused. */
export function defineRedirectAction<Schema extends z.ZodType, Access extends { ok: boolean }>({
  read,
  run,
  refused,
  ...definition
}: Pick<Definition<Schema, Access, ActionSuccess>, "input" | "access"> &
  FormReader & {
    run: (context: NoInfer<Allowed<Access>> & ActionContext<z.output<Schema>>) => Promise<void>;
    refused: () => void;
  }) {
  return async (given: FormData): Promise<void> => {
    const done = async (context: Allowed<Access> & ActionContext<z.output<Schema>>): Promise<ActionSuccess> => {
      await run(context);
      return { ok: true };
    };
    const result = await runAction({ ...definition, run: done }, readForm({ read }, toFormData(given)));
    if (!result.ok) refused();
  };
}

const toFormData = (given: unknown) => (given instanceof FormData ? given : new FormData());

const readForm = ({ read }: FormReader, form: FormData) => (read ? read(form) : Object.fromEntries(form));

function textFields(form: FormData): TypedValues {
  return Object.fromEntries([...form].filter((field): field is [string, string] => typeof field[1] === "string"));
}

/** Fields that are neither sent back nor stored. */
const SECRET = /password|token|^\$ACTION/i;

function withoutSecrets(fields: TypedValues): TypedValues {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !SECRET.test(name)));
}
