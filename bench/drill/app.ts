import { resolve } from "node:path";
import { actionId } from "@/bench/action-request";
import { buildIfNeeded } from "@/local/build";
import { bin } from "@/local/next";
import { startChild } from "@/local/processes";
import { untilSucceeds } from "./part";
import { answersAt } from "./ready";
import type { World } from "./world";

/** The production build of these sources on that world, with its schema in the database. */
export async function buildApp(world: World) {
  const { family, env } = world;
  await runHere(world, ["db/migrate-cli.ts"], "The migration");
  if ((await buildIfNeeded({ family, env, nextEnv: env, missing: ["postgres"] })) !== 0)
    throw new Error("The application does not build.");
  return inFolder(world, resolve("."));
}

async function runHere({ family, env }: World, [program = "", ...args]: string[], name: string) {
  const code = await family.run(name, ["--import", "tsx", program, ...args], env);
  if (code !== 0) throw new Error(`${name} failed.`);
}

/** The application that is built in a folder. */
function inFolder(world: World, dir: string) {
  const { part, state, env, appPort, appUrl } = world;
  const actions = {
    reserve: actionId(dir, "lib/booking/actions.ts", "reserve"),
    confirm: actionId(dir, "lib/booking/actions.ts", "confirm"),
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
