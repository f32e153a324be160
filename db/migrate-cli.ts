import { parseEnv } from "@/lib/env-schema";
import { migrateDatabase } from "./migrate";
import { MigrationStopped } from "./stored-amounts/migration-stopped";

const { DATABASE_URL, AMOUNTS_WRITTEN_WITH } = parseEnv(process.env);
try {
  await migrateDatabase(DATABASE_URL, { amountsWrittenWith: AMOUNTS_WRITTEN_WITH });
  console.log("The database is up to date.");
} catch (error) {
  if (!(error instanceof MigrationStopped)) throw error;
  console.error(error.message);
  process.exit(1);
}
