import { parseEnv } from "@/lib/env-schema";
import { migrateDatabase } from "./migrate";

await migrateDatabase(parseEnv(process.env).DATABASE_URL);
console.log("The database is up to date.");
