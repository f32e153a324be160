import { afterAll, vi } from "vitest";
import { testEnvironment } from "./environment";

/**
 * Test files share a process, which spares them its start and the import of every package. What one would leave to the
 * next is undone here: each has modules and an environment of its own.
 */
const kept = globalThis as typeof globalThis & { environmentOfTests?: NodeJS.ProcessEnv };

kept.environmentOfTests ??= { ...process.env };
for (const name of Object.keys(process.env)) delete process.env[name];
Object.assign(process.env, kept.environmentOfTests, testEnvironment);
// What the application has one of for the whole process.
for (const name of Object.keys(globalThis).filter((name) => name.startsWith("quorix")))
  Reflect.deleteProperty(globalThis, name);
vi.resetModules();

afterAll(() => {
  vi.useRealTimers();
});
