import { log } from "@/lib/log";

/** Statement not prepared on this connection, or prepared already: the connection is shared with others. */
const SHARED_CONNECTION = new Set(["26000", "42P05"]);
let hasWarned = false;

/** Warns once about a transaction pooler that cannot prepare statements, with the variable to set. */
export function warnAboutPooler(code: string) {
  if (hasWarned || !SHARED_CONNECTION.has(code)) return;
  hasWarned = true;
  log.error("database.pooler.prepare-failed", { code, set: "DATABASE_TRANSACTION_POOLER=true" });
}
