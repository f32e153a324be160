import { parseEnv } from "@/lib/env-schema";
import { DatabaseSetupError } from "./database-setup-error";
import { migrateDatabase } from "./migrate";

const { DATABASE_URL, AMOUNTS_WRITTEN_WITH } = parseEnv(process.env);
try {
  const { unsettledZones } = await migrateDatabase(DATABASE_URL, { amountsWrittenWith: AMOUNTS_WRITTEN_WITH });
  console.log("The database is up to date.");
  if (unsettledZones.length > 0) {
    console.log("These events have a time zone that is not a place. Their organizers are asked to choose one:");
    for (const { slug, timeZone } of unsettledZones) console.log(`  ${timeZone}  /organize/events/${slug}/edit`);
  }
} catch (error) {
  if (!(error instanceof DatabaseSetupError)) throw error;
  console.error(error.message);
  process.exit(1);
}
