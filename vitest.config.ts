import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig, type TestProjectConfiguration } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const never = [...configDefaults.exclude, ".next/**", ".quorix/**", "e2e/**"];

/** Tests on real PostgreSQL, a database of its own for each file. */
const withServices = (name: string, include: string): TestProjectConfiguration => ({
  extends: true,
  test: {
    name,
    include: [include],
    exclude: never,
    globalSetup: ["test/postgres-for-all.ts"],
    setupFiles: ["test/fresh-file.ts", "test/database-for-file.ts"],
    // They wait for services a lot.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
  },
});

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\/texts\//, replacement: `${root}texts/en/` },
      { find: /^@\//, replacement: root },
      // Only a bundler that knows server and client apart can resolve it.
      { find: "server-only", replacement: `${root}test/nothing.ts` },
    ],
  },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    // What a failed test printed, and only that.
    silent: "passed-only",
    reporters: ["default", "./test/times/vitest-reporter.ts"],
    restoreMocks: true,
    // One for each processor: its own default leaves one idle.
    maxWorkers: availableParallelism(),
    // See test/fresh-file.ts.
    isolate: false,
    unstubEnvs: true,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...never, "**/*.{integration,fuzz,crash}.test.ts"],
          setupFiles: ["test/fresh-file.ts"],
        },
      },
      withServices("integration", "**/*.integration.test.ts"),
      // Run by name, as they take long: random inputs by the thousand, and processes that are killed at random.
      withServices("fuzz", "**/*.fuzz.test.ts"),
      withServices("crash", "**/*.crash.test.ts"),
    ],
  },
});
