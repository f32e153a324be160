import { afterAll } from "vitest";
import { createTestDatabaseUrl, dropTestDatabases } from "./database-url";

// Before the file's own imports: modules that share the application's pool then share this file's database.
process.env.DATABASE_URL = await createTestDatabaseUrl();

afterAll(dropTestDatabases);
