import { checkDatabase } from "./db/check-database";
import { DatabaseSetupError, DatabaseUnreachableError } from "./db/database-setup-error";
import { InvalidEnvironmentError, parseEnv } from "./lib/env-schema";
import { log } from "./lib/log";

/**
 * Ends this process, with a line that says what to do, if the environment is wrong or this build cannot work with the
 * database. A build needs the database to prerender pages. A server also starts while it does not answer: most pages are
 * static, and the rest recovers with it.
 * Next resolves no aliases in modules that its configuration imports.
 */
export async function preflight(isBuild: boolean) {
  try {
    const { DATABASE_URL } = parseEnv(process.env);
    await checkDatabase(DATABASE_URL);
  } catch (error) {
    if (error instanceof DatabaseUnreachableError && !isBuild) return log.warn("database.connection.failed-at-start");
    if (!(error instanceof DatabaseSetupError || error instanceof InvalidEnvironmentError)) {
      if (isBuild) throw error;
      return log.warn("database.check.failed-at-start", { error: error instanceof Error ? error.name : "unknown" });
    }
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
