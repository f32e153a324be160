import { cpSync, mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { freePort } from "@/local/ports";
import { startChild, stopProcess } from "@/local/processes";

const next = resolve("node_modules/next/dist/bin/next");

/** Builds and starts the smallest page the installed Next can serve. */
export async function startEmptyApp() {
  const dir = resolve(".quorix/empty-app");
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(`${dir}/app`, { recursive: true });
  cpSync("bench/empty-app/next.config.ts", `${dir}/next.config.ts`);
  for (const file of ["layout.tsx", "page.tsx"]) cpSync(`bench/empty-app/${file}`, `${dir}/app/${file}`);

  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  const log = `${dir}/build.log`;
  const build = await startChild("next build", process.execPath, [next, "build"], { cwd: dir, env, log }).exited;
  if (build !== 0) throw new Error(`the empty app does not build, see ${log}`);

  const port = await freePort(0);
  const server = startChild("Next", process.execPath, [next, "start", "--port", String(port)], { cwd: dir, env, log });
  const url = `http://localhost:${port}`;
  for (let attempt = 0; !(await fetch(url).catch(() => null)); attempt += 1) {
    if (attempt > 300) throw new Error("the empty app does not answer");
    await new Promise((settle) => setTimeout(settle, 100));
  }
  return { url, close: () => stopProcess(server.mark) };
}
