import { connect } from "node:net";
import { envVariables } from "@/lib/env-schema";
import { startChild } from "./processes";
import type { LocalSession } from "./session";

export const nextBin = "node_modules/next/dist/bin/next";

function acceptsConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

/**
 * Longer than proxies keep idle connections, usually 60 seconds: if the server closes one first, a request that is on its
 * way is lost.
 */
const KEEP_ALIVE_MS = 72_000;

/**
 * Starts `next dev` or `next start` and waits until it accepts connections: on loopback while local
 * services run, otherwise on every address, Next's default.
 */
export async function startNext(command: "dev" | "start", session: LocalSession, log?: string) {
  const { family, nextEnv, env, appPort } = session;
  const args = [nextBin, command, "--port", String(appPort)];
  if (session.missing.length > 0) args.push("--hostname", "127.0.0.1");
  if (command === "start") args.push("--keepAliveTimeout", String(KEEP_ALIVE_MS));
  const child = startChild("Next", process.execPath, args, { env: nextEnv, log });
  const timeout = envVariables.shape.SHUTDOWN_TIMEOUT_SECONDS.parse(env.SHUTDOWN_TIMEOUT_SECONDS || undefined);
  // A development server stops at once.
  family.supervise(child, command === "start" ? timeout * 1_000 : undefined);
  while (!family.shutdown.isShuttingDown && !(await acceptsConnections(appPort))) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
