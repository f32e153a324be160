import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Codes by which actions and routes refuse a caller without the permission. */
const REFUSAL = /"(NOT_ALLOWED|NOT_FOUND|SIGNED_OUT)"|Your role doesn’t allow this|you aren’t in its team/;
const DENIED_REDIRECT = /^\/(organize|sign-in\?.*|organize\?denied=.*)$/;

/** Whether a call was refused. Other errors are thrown, for the test to see. */
export async function isDenied(act: () => Promise<unknown>): Promise<boolean> {
  try {
    const answer = await act();
    if (answer instanceof Response) return isDeniedResponse(answer);
    return REFUSAL.test(JSON.stringify(answer ?? null));
  } catch (error) {
    const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
    if (digest.startsWith("NEXT_HTTP_ERROR_FALLBACK;404")) return true;
    const [kind, , path = ""] = digest.split(";");
    if (kind !== "NEXT_REDIRECT") throw error;
    return DENIED_REDIRECT.test(path);
  }
}

async function isDeniedResponse(response: Response): Promise<boolean> {
  const body = await response.text();
  if ([401, 403, 404].includes(response.status)) return true;
  if (response.status >= 400) throw new Error(`answered ${response.status}: ${body}`);
  return response.headers.get("content-type")?.includes("json") ? REFUSAL.test(body) : false;
}

const tables = await db.execute<{ name: string }>(
  sql`select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'`,
);
// A sum of hashes needs no order.
const tableHashes = tables.map(
  ({ name }) => `(select concat(count(*), ':', sum(hashtextextended(t::text, 0))) from public.${name} t)`,
);

/** A fingerprint of all tables. */
export async function databaseFingerprint(): Promise<string> {
  const [row] = await db.execute<{ all: string }>(sql.raw(`select concat_ws(' ', ${tableHashes.join(", ")}) as "all"`));
  if (!row) throw new Error("no fingerprint");
  return row.all;
}
