import { cpSync, mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { bin } from "@/local/next";
import { freePort } from "@/local/ports";
import { startChild, stopProcess } from "@/local/processes";
import { waitUntilServed } from "./production-app";

/** Builds and starts the smallest page the installed Next can serve. */
export async function startEmptyApp() {
  const dir = resolve(".quorix/empty-app");
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(`${dir}/app`, { recursive: true });
  cpSync("bench/empty-app/next.config.ts", `${dir}/next.config.ts`);
  for (const file of ["layout.tsx", "page.tsx"]) cpSync(`bench/empty-app/${file}`, `${dir}/app/${file}`);

  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  const options = { cwd: dir, env, log: `${dir}/next.log` };
  const built = await startChild("next build", process.execPath, [resolve(bin), "build"], options).exited;
  if (built !== 0) throw new Error(`the empty app does not build, see ${options.log}`);
  const port = await freePort(0);
  const { mark } = startChild("Next", process.execPath, [resolve(bin), "start", "--port", String(port)], options);
  const url = `http://localhost:${port}`;
  await waitUntilServed(url);
  return { url, close: () => stopProcess(mark) };
}
