import { cpSync, mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { nextBin } from "@/local/next";
import { freePort } from "@/local/ports";
import { startChild, stopProcess } from "@/local/processes";
import { waitUntilServed } from "./production-app";
import { shutdown } from "./shutdown";

/** Builds and starts the smallest application the installed Next can serve: a page, one of any size, and a route. */
export async function startEmptyApp() {
  const dir = resolve(".quorix/empty-app");
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(`${dir}/app`, { recursive: true });
  for (const file of ["next.config.ts", "instrumentation.ts"]) cpSync(`bench/empty-app/${file}`, `${dir}/${file}`);
  for (const part of ["layout.tsx", "page.tsx", "sized", "nothing"]) {
    cpSync(`bench/empty-app/${part}`, `${dir}/app/${part}`, { recursive: true });
  }

  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  const options = { cwd: dir, env, log: `${dir}/next.log` };
  const built = await startChild("next build", process.execPath, [resolve(nextBin), "build"], options).exited;
  if (built !== 0) throw new Error(`the empty app does not build, see ${options.log}`);
  const port = await freePort(0);
  const args = [resolve(nextBin), "start", "--port", String(port), "--hostname", "127.0.0.1"];
  const { mark } = startChild("Next", process.execPath, args, options);
  const close = () => stopProcess(mark);
  shutdown.add(close);
  const url = `http://localhost:${port}`;
  await waitUntilServed(url);
  return { url, close };
}
