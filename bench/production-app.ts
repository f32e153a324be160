import { resolve } from "node:path";
import { buildNext } from "@/local/next";
import { freePort } from "@/local/ports";
import { type Child, startChild, stopProcess } from "@/local/processes";
import { openSession } from "@/local/session";
import { Shutdown } from "@/local/shutdown";

const next = resolve("node_modules/next/dist/bin/next");

/** The production build of Quorix on stand-ins of its own, with demo data, built once. Its servers can be started and killed at will. */
export async function openProductionApp(name: string) {
  process.env.QUORIX_STATE_DIR = `.quorix/${name}`;
  process.env.PORT = "0";
  process.env.LOG_LEVEL ??= "warn";
  const shutdown = new Shutdown();
  const session = await openSession(shutdown, { dev: false, fresh: true });
  if ((await buildNext(session)) !== 0) await shutdown.end(1);

  /** Starts one server, by default at the address the build knows, and waits until it answers. */
  async function start(options: { port?: number; env?: Record<string, string> } = {}) {
    const port = options.port ?? session.appPort;
    const child: Child = startChild("Next", process.execPath, [next, "start", "--port", String(port)], {
      env: { ...session.nextEnv, ...options.env },
    });
    const stop = () => stopProcess(child.mark);
    shutdown.add(stop);
    const url = `http://localhost:${port}`;
    await answers(`${url}/api/health`);
    return { url, pid: child.mark.pid, child, stop };
  }

  return { ...session, start, end: (code: number) => shutdown.end(code) };
}

async function answers(url: string) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((settle) => setTimeout(settle, 100));
  }
  throw new Error(`${url} does not answer`);
}

export { freePort };
