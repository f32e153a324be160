import { afterAll, vi } from "vitest";
import { testEnvironment } from "./environment";

/**
 * Test files share a process, which saves starting one and importing every package for each. State that one file would
 * leave to the next is undone here: each has its own modules and environment.
 */
const kept = globalThis as typeof globalThis & { environmentOfTests?: NodeJS.ProcessEnv };

kept.environmentOfTests ??= { ...process.env };
for (const name of Object.keys(process.env)) delete process.env[name];
Object.assign(process.env, kept.environmentOfTests, testEnvironment);
// Singletons of the process.
for (const name of Object.keys(globalThis).filter((name) => name.startsWith("quorix")))
  Reflect.deleteProperty(globalThis, name);
vi.resetModules();

afterAll(() => {
  vi.useRealTimers();
});
