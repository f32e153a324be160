import { existsSync } from "node:fs";
import { resolve } from "node:path";

/**
 * Real data that is not part of the project: a list of conferences and sample calendars. Looked for beside the project,
 * or where `QUORIX_SHARED_DATA` says. Null, with a line that says so, where there is none.
 */
export function findSharedData(): string | null {
  const folder = resolve(process.env.QUORIX_SHARED_DATA ?? "../shared/data");
  if (existsSync(folder)) return folder;
  process.stderr.write(`Skipped: there is no real data at ${folder}. QUORIX_SHARED_DATA says where it is.\n`);
  return null;
}
