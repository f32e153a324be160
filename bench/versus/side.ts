import { fork } from "node:child_process";
import { cpSync, existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { nextMessage } from "@/bench/buyers";
import { buildCommit, type CommitCheckout } from "@/bench/commit-checkout";
import { waitUntilServed } from "@/bench/production-app";
import { shutdown } from "@/bench/shutdown";
import { buildIfNeeded } from "@/local/build";
import { nextBin } from "@/local/next";
import { freePort } from "@/local/ports";
import { startChild, stopProcess } from "@/local/processes";
import type { Servers } from "./servers";

const ADAPTERS = "bench/adapters";
/** Where a commit from before there were adapters is given these, each time anew. */
const LENT_ADAPTERS = "bench/lent-adapters";

/**
 * One of the commits that are compared, on a database of its own, which its own code has migrated: this one, or
 * `other`. Anything that knows its tables, functions or requests runs its code, in a process that starts in its folder.
 */
export async function openSide(servers: Servers, other?: CommitCheckout) {
  const dir = other?.dir ?? resolve(".");
  const name = other ? other.commit.slice(0, 7) : "this";
  const databaseUrl = await servers.emptyDatabase(other ? "other" : "this");
  const env: NodeJS.ProcessEnv = { ...servers.env, DATABASE_URL: databaseUrl };
  const log = resolve(process.env.QUORIX_STATE_DIR ?? "", "logs", `${name}.log`);
  const migration = ["--import", "tsx", "db/migrate-cli.ts"];
  const migrating = startChild("The migration", process.execPath, migration, { cwd: dir, env, log });
  shutdown.add(() => stopProcess(migrating.mark));
  if ((await migrating.exited) !== 0) throw new Error(`${name} does not migrate its database, see ${log}`);

  /** Starts this commit's adapter of a bench; `more` is added to its environment. */
  async function adapter(bench: string, more: Record<string, string> = {}) {
    let program = join(dir, ADAPTERS, `${bench}.ts`);
    if (!existsSync(program)) {
      program = join(dir, LENT_ADAPTERS, `${bench}.ts`);
      rmSync(join(dir, LENT_ADAPTERS), { recursive: true, force: true });
      cpSync(ADAPTERS, join(dir, LENT_ADAPTERS), { recursive: true });
    }
    const child = fork(program, [], {
      cwd: dir,
      execArgv: ["--import", "tsx"],
      env: { ...env, NODE_ENV: "production", ...more },
      stdio: ["ignore", 2, 2, "ipc"],
      // Its parent passes Ctrl-C on.
      detached: true,
    });
    shutdown.add(() => void child.kill("SIGKILL"));
    await nextMessage(child);
    async function call<T>(name: string, input?: unknown): Promise<T> {
      child.send({ call: name, input });
      return ((await nextMessage(child)) as { answer: T }).answer;
    }
    return { call, pid: child.pid ?? 0, close: () => child.disconnect() };
  }

  /** Starts its production server, after a build if there is none, and waits until it answers. */
  async function serve() {
    if (other) {
      // Its build would check their types against its own code.
      rmSync(join(dir, LENT_ADAPTERS), { recursive: true, force: true });
      await buildCommit(other, env);
    } else if ((await buildIfNeeded({ ...servers.session, nextEnv: env, env })) !== 0) throw new Error("no build");
    const port = await freePort(0);
    const args = [join(dir, nextBin), "start", "--port", String(port), "--hostname", "127.0.0.1"];
    const { mark } = startChild("Next", process.execPath, args, { cwd: dir, env, log });
    const close = () => stopProcess(mark);
    shutdown.add(close);
    const url = `http://127.0.0.1:${port}`;
    await waitUntilServed(`${url}/api/health`);
    return { url, pid: mark.pid, close };
  }

  return { name, dir, databaseUrl, adapter, serve };
}

export type Side = Awaited<ReturnType<typeof openSide>>;
