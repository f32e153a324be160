import { checkDatabase } from "./db/check-database";
import { DatabaseSetupError, DatabaseUnreachableError } from "./db/database-setup-error";
import { InvalidEnvironmentError, parseEnv } from "./lib/env-schema";
import { log } from "./lib/log";

/**
 * Ends this process, with a line that says what to do, where the environment is wrong or the database is none that this
 * build works with. A build needs the database, as it reads pages from it. A server starts without one that does not
 * answer: most pages are there already, and the rest comes back with it.
 * Next resolves no alias in what its configuration imports, nor in anything that this imports.
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
