import { execFile } from "node:child_process";
import { PHASE_PRODUCTION_BUILD, PHASE_PRODUCTION_SERVER } from "next/constants";
import { expect, test } from "vitest";
import { createEmptyDatabaseUrl, createTestDatabaseUrl } from "@/test/database-url";

/** Loads the configuration as Next does, in a process of its own; "goes on" is printed where it was not ended. */
function load(phase: string, variables: { [name: string]: string }) {
  const program = `require("./next.config.ts").default("${phase}").then(() => console.log("goes on"))`;
  const env = { ...process.env, ...variables };
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, ["--import", "tsx", "--eval", program], { env }, (error, stdout, stderr) => {
      resolve({ code: error ? error.code : 0, stdout, stderr });
    });
  });
}

const nobody = "postgres://nobody@127.0.0.1:1/nothing";

test("a database or an environment that cannot work ends a build and a start, in words that say what to do", async () => {
  const phases = [PHASE_PRODUCTION_BUILD, PHASE_PRODUCTION_SERVER];
  const empty = { DATABASE_URL: await createEmptyDatabaseUrl() };
  for (const ended of await Promise.all(phases.map((phase) => load(phase, empty)))) {
    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expect(ended.stderr).toMatch(/^The database "\w+" lacks \d+ migrations .*Run npm run db:migrate.*\n$/);
  }
  const [devServer, migrated] = await Promise.all([
    load(PHASE_PRODUCTION_SERVER, { INNGEST_EVENT_KEY: "key", INNGEST_SIGNING_KEY: "signkey-prod-00" }),
    load(PHASE_PRODUCTION_SERVER, { DATABASE_URL: await createTestDatabaseUrl() }),
  ]);
  expect(devServer).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("INNGEST_DEV is wrong") });
  expect(devServer.stderr).not.toContain("    at ");
  expect(migrated).toMatchObject({ code: 0, stdout: "goes on\n" });
});

test("a database that does not answer stops a build, and no start", async () => {
  const [build, start] = await Promise.all([
    load(PHASE_PRODUCTION_BUILD, { DATABASE_URL: nobody }),
    load(PHASE_PRODUCTION_SERVER, { DATABASE_URL: nobody }),
  ]);
  expect(build).toMatchObject({ code: 1, stdout: "" });
  expect(build.stderr).toMatch(/^No database answers at 127.0.0.1:1 .*\n$/);
  expect(start).toMatchObject({
    code: 0,
    stdout: "goes on\n",
    stderr: expect.stringContaining("failed-at-start"),
  });
});
