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
  /** Who may do this, and what that found: see `allowAnyone`, `authorizeViewer`, `eventAccessFor` and their like. */
  access: (asked: ActionContext<z.output<Schema>>) => Promise<Access>;
  run: (asked: NoInfer<Allowed<Access>> & ActionContext<z.output<Schema>>) => Promise<Result>;
  /** What an attempt counts as; null where this one counts for nothing. */
  limit?: (asked: NoInfer<Allowed<Access>> & ActionContext<z.output<Schema>>) => Limit | null;
  /** The answer to too many attempts, where it is another than the usual one. */
  onLimited?: (limit: Limited) => NoInfer<Result>;
  /** The words for an input that does not pass, where they are others than the usual ones. */
  invalidMessage?: Pick<ActionFailure, "title" | "message">;
  /**
   * What is answered at the deadline, when the work may or may not be done, or where the database cannot be reached and
   * it was not; without it, the work takes as long as it takes.
   */
  onDeadline?: (asked: ActionContext<z.output<Schema>>, wasDone: "unknown" | "no") => NoInfer<Result>;
  /** Done around all that follows the parsing. */
  wrap?: (
    asked: ActionContext<z.output<Schema>>,
    act: () => Promise<NoInfer<ActionAnswer<Access, Result>>>,
  ) => Promise<NoInfer<ActionAnswer<Access, Result>>>;
};

type FormReader = {
  /** The form's fields in the shape of `input`; the last of each name unless said. */
  read?: (form: FormData) => unknown;
};

type FormDefinition<Schema extends z.ZodType, Access extends { ok: boolean }, Result extends ActionResult> = Definition<
  Schema,
  Access,
  Result
> &
  FormReader & {
    /** The page that shows the result where no script does; without it, the action's own answer is that page. */
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
  const asked = { input: parsed.data, deadline };
  const rest = async (): Promise<ActionAnswer<Access, Result>> => {
    const access = await definition.access(asked);
    if (!isAllowed(access)) return access as Denied<Access>;
    const allowed = { ...access, ...asked };
    const limit = definition.limit?.(allowed);
    const counted = limit ? await checkLimit(limit, await headers()) : null;
    if (counted && !counted.ok) return definition.onLimited?.(counted) ?? rateLimitFailure(counted.retryInMinutes);
    return definition.run(allowed);
  };
  const { onDeadline } = definition;
  try {
    const work = definition.wrap?.(asked, rest) ?? rest();
    if (!onDeadline) return await work;
    return await raceDeadline(deadline, work, () => {
      log.warn("request.deadline.passed");
      return onDeadline(asked, "unknown");
    });
  } catch (error) {
    if (!isConnectionLost(error)) throw error;
    log.warn("request.database.lost", { code: errorCode(error) });
    return onDeadline?.(asked, "no") ?? unreachableFailure;
  }
}

function isAllowed<Access extends { ok: boolean }>(access: Access): access is Allowed<Access> {
  return access.ok;
}

/**
 * A server action that a script calls: it parses, asks who may, counts the attempt, and does it. What it is given comes
 * from anybody and may be anything.
 */
export function defineAction<Schema extends z.ZodType, Access extends { ok: boolean }, Result extends ActionResult>(
  definition: Definition<Schema, Access, Result>,
) {
  return async (input: z.input<Schema>): Promise<ActionAnswer<Access, Result>> => runAction(definition, input);
}

/** A server action of a form that shows what came of it, with what was typed, with or without scripts. */
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

/** A server action of a form that ends at a page, whatever comes of it; `refused` leads there if it was not done. */
export function defineRedirectAction<Schema extends z.ZodType, Access extends { ok: boolean }>({
  read,
  run,
  refused,
  ...definition
}: Pick<Definition<Schema, Access, ActionSuccess>, "input" | "access"> &
  FormReader & {
    run: (asked: NoInfer<Allowed<Access>> & ActionContext<z.output<Schema>>) => Promise<void>;
    refused: () => void;
  }) {
  return async (given: FormData): Promise<void> => {
    const done = async (asked: Allowed<Access> & ActionContext<z.output<Schema>>): Promise<ActionSuccess> => {
      await run(asked);
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

/** Not to be sent back, nor kept. */
const SECRET = /password|token|^\$ACTION/i;

function withoutSecrets(fields: TypedValues): TypedValues {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !SECRET.test(name)));
}
