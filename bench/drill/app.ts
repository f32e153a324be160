import { cpSync } from "node:fs";
import { resolve } from "node:path";
import { bookingAction } from "@/bench/adapters/booking-action";
import { buildCommit, checkOutCommit } from "@/bench/commit-checkout";
import { shutdown } from "@/bench/shutdown";
import { buildIfNeeded } from "@/local/build";
import { nextBin } from "@/local/next";
import { startChild, stopProcess } from "@/local/processes";
import { retryUntilSuccess } from "./drill-service";
import type { DrillEnvironment } from "./environment";
import { assertResponds } from "./readiness";
import { EVENT_PROGRAM } from "./test-data";

/** The production build of these sources on that environment, with its schema in the database. */
async function buildCurrent(environment: DrillEnvironment) {
  const { family, env } = environment;
  await migrate(environment, resolve("."));
  if ((await buildIfNeeded({ family, env, nextEnv: env, missing: ["postgres"] })) !== 0)
    throw new Error("The application does not build.");
  return createApp(environment, resolve("."));
}

/** The same of another commit, in a folder beside, by its own code. */
async function buildOtherCommit(environment: DrillEnvironment, name: string) {
  const other = await checkOutCommit(name);
  await migrate(environment, other.dir);
  await buildCommit(other, environment.env);
  // It has to be in the folder of the code whose tables it fills.
  cpSync(EVENT_PROGRAM, resolve(other.dir, EVENT_PROGRAM));
  return createApp(environment, other.dir);
}

async function migrate({ env, state }: DrillEnvironment, cwd: string) {
  const log = state.log("migrate");
  const args = ["--import", "tsx", "db/migrate-cli.ts"];
  const migration = startChild("The migration", process.execPath, args, { cwd, env, log });
  shutdown.add(async () => void (await stopProcess(migration.mark)));
  if ((await migration.exited) !== 0) throw new Error(`The migration failed, see ${log}.`);
}

export function buildApp(environment: DrillEnvironment, commit?: string) {
  return commit === undefined ? buildCurrent(environment) : buildOtherCommit(environment, commit);
}

/** The application that is built in a folder. */
function createApp(environment: DrillEnvironment, dir: string) {
  const { part, state, env, appPort, appUrl } = environment;
  const actions = {
    reserve: bookingAction(dir, "reserve"),
    confirm: bookingAction(dir, "confirm"),
  };

  /** Its server, not yet started. */
  const server = (changes: Record<string, string> = {}) =>
    part("the application", async (onChild) => {
      const args = [resolve(dir, nextBin), "start", "--port", String(appPort), "--hostname", "127.0.0.1"];
      onChild(
        startChild("Next", process.execPath, args, { cwd: dir, env: { ...env, ...changes }, log: state.log("next") }),
      );
      await retryUntilSuccess(() => assertResponds(`${appUrl}/api/health`));
    });

  return { dir, actions, server };
}

export type App = Awaited<ReturnType<typeof buildApp>>;
