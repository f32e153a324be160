import { afterAll } from "vitest";
import { createTestDatabaseUrl, dropTestDatabases } from "./database-url";

const globals = globalThis as typeof globalThis & { quorixPool?: { close(): Promise<void> } };

// Before the file's own imports: modules that share the application's pool then share this file's database.
process.env.DATABASE_URL = await createTestDatabaseUrl();

afterAll(async () => {
  await globals.quorixPool?.close();
  await dropTestDatabases();
});
