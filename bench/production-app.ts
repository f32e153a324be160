import { buildIfNeeded } from "@/local/build";
import { nextBin } from "@/local/next";
import { startChild, stopProcess } from "@/local/processes";
import { openLocalSession } from "@/local/session";
import { shutdown } from "./shutdown";

/**
 * The production build of Quorix on its own local services and demo data, in `.quorix/<name>`. Its servers are started
 * here one by one, so that they can be given another environment, and killed.
 */
export async function openProductionApp(name: string) {
  process.env.QUORIX_STATE_DIR = `.quorix/${name}`;
  process.env.PORT = "0";
  process.env.LOG_LEVEL ??= "error";
  const session = await openLocalSession(shutdown, { dev: false, fresh: true, isolated: true });
  if ((await buildIfNeeded(session)) !== 0) await shutdown.end(1);

  /** Starts a server, by default at the address that the local services know, and waits until it answers. */
  async function start(options: { port?: number; env?: Record<string, string>; log?: string } = {}) {
    const port = options.port ?? session.appPort;
    const args = [nextBin, "start", "--port", String(port), "--hostname", "127.0.0.1"];
    const env = { ...session.nextEnv, ...options.env };
    const { mark } = startChild("Next", process.execPath, args, { env, ...(options.log ? { log: options.log } : {}) });
    const stop = () => stopProcess(mark);
    shutdown.add(stop);
    const url = `http://localhost:${port}`;
    await waitUntilServed(`${url}/api/health`);
    return { url, pid: mark.pid, stop };
  }

  return { ...session, start };
}

/** Waits up to half a minute for a response from an address, of any status. */
export async function waitUntilServed(url: string) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (await fetch(url).catch(() => null)) return;
    await new Promise((settle) => setTimeout(settle, 100));
  }
  throw new Error(`${url} does not answer`);
}
