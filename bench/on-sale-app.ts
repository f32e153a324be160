import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { resolve } from "node:path";
import { nextBin } from "@/local/next";
import { freePort } from "@/local/ports";
import { startChild, stopProcess } from "@/local/processes";
import { openLocalSession } from "@/local/session";
import { actionId } from "./action-request";
import { openEventSink } from "./event-sink";
import { waitUntilServed } from "./production-app";
import { shutdown } from "./shutdown";

/** Without a lock file of its own the copy is part of the project around it, and may link to its packages. */
const excludedEntries = new Set(
  "node_modules .next .quorix .git package-lock.json bench docs e2e local test playwright.config.ts".split(" "),
);
const isTest = (file: string) => /\.test\.tsx?$/.test(file);

async function build() {
  process.env.QUORIX_STATE_DIR = ".quorix/bench-on-sale";
  process.env.PORT = "0";
  const session = await openLocalSession(shutdown, {
    dev: false,
    fresh: true,
    isolated: true,
    without: ["inngest", "email", "stripe"],
  });
  const sink = await openEventSink();
  shutdown.add(sink.close);
  const env: NodeJS.ProcessEnv = {
    ...session.nextEnv,
    INNGEST_DEV: sink.url,
    INNGEST_SIGNING_KEY: "",
    LOG_LEVEL: "error",
  };

  const dir = resolve(".quorix/bench-on-sale/app");
  mkdirSync(dir, { recursive: true });
  // The compiler's cache of the last build makes this one faster.
  for (const name of readdirSync(dir)) if (name !== ".next") rmSync(`${dir}/${name}`, { recursive: true });
  for (const name of readdirSync(".")) {
    if (excludedEntries.has(name) || name.startsWith(".env")) continue;
    cpSync(name, `${dir}/${name}`, { recursive: true, filter: (file) => !isTest(file) });
  }
  symlinkSync(resolve("node_modules"), `${dir}/node_modules`);
  cpSync("bench/empty-action", `${dir}/app/bench-empty-action`, { recursive: true });
  for (const part of ["sized", "nothing"])
    cpSync(`bench/empty-app/${part}`, `${dir}/app/bench-empty/${part}`, { recursive: true });
  const log = resolve(".quorix/bench-on-sale/logs/next.log");
  const building = startChild("next build", process.execPath, [resolve(nextBin), "build"], { env, cwd: dir, log });
  shutdown.add(() => stopProcess(building.mark));
  if ((await building.exited) !== 0) throw new Error(`the application does not build, see ${log}`);

  /** Starts the production server, and waits until it answers. */
  async function start(changes: Record<string, string> = {}) {
    const port = await freePort(0);
    const args = [resolve(nextBin), "start", "--port", String(port), "--hostname", "127.0.0.1"];
    const { mark } = startChild("Next", process.execPath, args, { env: { ...env, ...changes }, cwd: dir, log });
    const stop = () => stopProcess(mark);
    shutdown.add(stop);
    const url = `http://127.0.0.1:${port}`;
    await waitUntilServed(`${url}/api/health`);
    return { url, pid: mark.pid, stop };
  }

  return {
    databaseUrl: env.DATABASE_URL ?? "",
    secret: env.NEXTAUTH_SECRET ?? "",
    actions: {
      reserve: actionId(dir, "lib/checkout/actions.ts", "reserveAction"),
      nothing: actionId(dir, "app/bench-empty-action/action.ts", "nothing"),
    },
    start,
  };
}

let built: ReturnType<typeof build> | undefined;

/**
 * The production build of Quorix with what it is measured against: a page whose form runs a server action that does
 * nothing, a bare page of any size, and a route handler that only answers. In a copy in `.quorix/bench-on-sale`, so that
 * Quorix itself holds nothing for a benchmark. Built once for all that measure on it.
 */
export function openOnSaleApp() {
  built ??= build();
  return built;
}
