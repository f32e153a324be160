import { cpSync } from "node:fs";
import { resolve } from "node:path";
import { bookingAction } from "@/bench/adapters/booking-action";
import { buildCommit, otherCommit } from "@/bench/other-commit";
import { shutdown } from "@/bench/shutdown";
import { buildIfNeeded } from "@/local/build";
import { bin } from "@/local/next";
import { startChild, stopProcess } from "@/local/processes";
import { EVENT_PROGRAM } from "./audience";
import { untilSucceeds } from "./part";
import { answersAt } from "./ready";
import type { World } from "./world";

/** The production build of these sources on that world, with its schema in the database. */
async function buildHere(world: World) {
  const { family, env } = world;
  await migrate(world, resolve("."));
  if ((await buildIfNeeded({ family, env, nextEnv: env, missing: ["postgres"] })) !== 0)
    throw new Error("The application does not build.");
  return inFolder(world, resolve("."));
}

/** The same of another commit, in a folder beside, by its own code. */
async function buildThere(world: World, name: string) {
  const other = await otherCommit(name);
  await migrate(world, other.dir);
  await buildCommit(other, world.env);
  // It has to be among the code whose tables it fills.
  cpSync(EVENT_PROGRAM, resolve(other.dir, EVENT_PROGRAM));
  return inFolder(world, other.dir);
}

async function migrate({ env, state }: World, cwd: string) {
  const log = state.log("migrate");
  const args = ["--import", "tsx", "db/migrate-cli.ts"];
  const migration = startChild("The migration", process.execPath, args, { cwd, env, log });
  shutdown.add(async () => void (await stopProcess(migration.mark)));
  if ((await migration.exited) !== 0) throw new Error(`The migration failed, see ${log}.`);
}

export function buildApp(world: World, commit?: string) {
  return commit === undefined ? buildHere(world) : buildThere(world, commit);
}

/** The application that is built in a folder. */
function inFolder(world: World, dir: string) {
  const { part, state, env, appPort, appUrl } = world;
  const actions = {
    reserve: bookingAction(dir, "reserve"),
    confirm: bookingAction(dir, "confirm"),
  };

  /** Its server, not yet started. */
  const server = (changes: Record<string, string> = {}) =>
    part("the application", async (onChild) => {
      const args = [resolve(dir, bin), "start", "--port", String(appPort), "--hostname", "127.0.0.1"];
      onChild(
        startChild("Next", process.execPath, args, { cwd: dir, env: { ...env, ...changes }, log: state.log("next") }),
      );
      await untilSucceeds(() => answersAt(`${appUrl}/api/health`));
    });

  return { dir, actions, server };
}

export type App = Awaited<ReturnType<typeof buildApp>>;
