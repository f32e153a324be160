import { DrizzleQueryError } from "drizzle-orm";
import { PgPreparedQuery } from "drizzle-orm/pg-core";

const METHOD = "queryWithCache";
const ORIGINAL_METHOD = Symbol.for("quorix.queryWithCache");
const MISSING_RIGHT = "42501";

/** A statement that failed. It names PostgreSQL's objection, and no value. */
class QueryError extends Error {
  override readonly name = "QueryError";
  readonly code: string | undefined;
  readonly constraint: string | undefined;
  /** PostgreSQL's message about a missing right, which names tables and schemas, and no value. */
  readonly missingRight: string | undefined;

  constructor({ query, cause }: DrizzleQueryError) {
    const about = (field: string) => {
      const value: unknown = cause && Reflect.get(cause, field);
      return typeof value === "string" ? value : undefined;
    };
    const [code, constraint] = [about("code"), about("constraint_name")];
    super(`${[code, constraint].filter(Boolean).join(" ") || "Failed"}: ${query}`);
    this.code = code;
    this.constraint = constraint;
    this.missingRight = code === MISSING_RIGHT && cause ? cause.message : undefined;
  }
}

/**
 * Makes every failed query of this process throw a `QueryError`. Drizzle's own error spells out the parameters, and
 * PostgreSQL's quotes them: names, addresses and password hashes, on their way to the server's log and to Inngest.
 */
export function redactQueryErrors() {
  const { prototype } = PgPreparedQuery;
  // This module may be evaluated more than once in a process, drizzle's only once.
  const original: unknown = Reflect.get(prototype, ORIGINAL_METHOD) ?? Reflect.get(prototype, METHOD);
  if (typeof original !== "function") throw new Error(`drizzle-orm has no ${METHOD} any more`);
  Reflect.set(prototype, ORIGINAL_METHOD, original);
  Reflect.set(prototype, METHOD, async function (this: unknown, ...parameters: unknown[]) {
    try {
      return await Reflect.apply(original, this, parameters);
    } catch (error) {
      throw error instanceof DrizzleQueryError ? new QueryError(error) : error;
    }
  });
}
