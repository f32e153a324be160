import { afterAll, vi } from "vitest";
import { createTestDatabaseUrl, dropTestDatabases } from "./database-url";
import { testEnvironment } from "./environment";

/**
 * Files of integration tests share a process, which spares them its start and the import of every package. What one
 * would leave to the next is undone here: each has modules, an environment and a database of its own.
 */
const kept = globalThis as typeof globalThis & {
  quorixPool?: { close(): Promise<void> };
  environmentOfTests?: NodeJS.ProcessEnv;
};

kept.environmentOfTests ??= { ...process.env };
for (const name of Object.keys(process.env)) delete process.env[name];
// Before the file's own imports: modules that share the application's pool then share this file's database.
Object.assign(process.env, kept.environmentOfTests, testEnvironment, { DATABASE_URL: await createTestDatabaseUrl() });
// What the application has one of for the whole process.
for (const name of Object.keys(globalThis).filter((name) => name.startsWith("quorix")))
  Reflect.deleteProperty(globalThis, name);
vi.resetModules();

afterAll(async () => {
  vi.useRealTimers();
  await kept.quorixPool?.close();
  await dropTestDatabases();
});
