import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { readBareEnvironment } from "./environment";
import { removePostgresData } from "./postgres-home";
import { isRunning, markOf, type ProcessMark, stopProcess } from "./processes";

/**
 * `npm start` with the script of package.json, the real runner and its real services. The application ends as Next does: it stops listening, answers what it has accepted, and exits.
 */
const application = `
const { existsSync, mkdirSync } = require("node:fs");
const { createServer } = require("node:http");
const port = process.argv[process.argv.indexOf("--port") + 1];
if (process.argv.includes("build")) {
  mkdirSync(".next", { recursive: true });
  process.exit(0);
}
const server = createServer((request, response) => {
  response.setHeader("Connection", "close");
  if (request.url !== "/slow") return response.end("at once");
  console.log("accepted");
  const timer = setInterval(() => {
    if (!existsSync("may-answer")) return;
    clearInterval(timer);
    response.end("answered");
  }, 20);
}).listen(port, "127.0.0.1");
for (const signal of ["SIGTERM", "SIGINT"])
  process.once(signal, () => server.close(() => process.exit(0)));
`;

const root = resolve(".");
let project: string;
let npm: ChildProcess | undefined;

function write(path: string, text: string) {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "quorix-end-"));
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { start: string } };
  const start = scripts.start.replace("local/run.ts", join(root, "local/run.ts"));
  write("package.json", JSON.stringify({ name: "end", version: "1.0.0", scripts: { start } }));
  write("node_modules/next/dist/bin/next", application);
  write("db/seed/cli.ts", "");
  symlinkSync(join(root, "node_modules", "tsx"), join(project, "node_modules", "tsx"));
});

type Record = { runner: ProcessMark; children: ProcessMark[]; urls: { app: string; inbox: string } };
const record = (): Record => JSON.parse(readFileSync(join(project, ".quorix", "run.json"), "utf8"));
let processes: ProcessMark[] = [];

// Cleans up after a failed test.
afterEach(async () => {
  npm?.kill("SIGKILL");
  await Promise.all(processes.map((one) => stopProcess(one, "SIGKILL")));
  rmSync(join(project, "may-answer"), { force: true });
});

afterAll(() => {
  removePostgresData(join(project, ".quorix", "postgres"));
  rmSync(project, { recursive: true, force: true });
});

/** Runs `npm start`, in a process group of its own as a terminal would, and sends slow requests. */
async function startWithSlowRequest(variables: { [name: string]: string } = {}) {
  const env: { [name: string]: string | undefined } = { ...readBareEnvironment().given };
  Object.assign(env, { TSX_TSCONFIG_PATH: join(root, "tsconfig.json"), PORT: "0", ...variables });
  const child = spawn("npm", ["start"], { cwd: project, env: env as NodeJS.ProcessEnv, detached: true });
  npm = child;
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const exited = new Promise<void>((done) => child.once("exit", () => done()));
  const until = (text: string) => vi.waitFor(() => expect(output).toContain(text), { timeout: 40_000, interval: 50 });
  await until("Quorix ");
  const { runner, children, urls } = record();
  processes = [runner, ...children];
  const slow = fetch(`${urls.app}/slow`).then((answer) => answer.text());
  slow.catch(() => {});
  await until("accepted");
  const signal = (name: NodeJS.Signals, to: "npm" | "everybody") =>
    process.kill(to === "npm" ? Number(child.pid) : -Number(child.pid), name);
  const refusesRequests = () => vi.waitFor(() => expect(fetch(urls.app)).rejects.toThrow(), { timeout: 10_000 });
  return { pid: markOf(Number(child.pid)), urls, slow, exited, until, signal, refusesRequests, output: () => output };
}

test.each([
  ["SIGTERM to npm, as a supervisor sends it", "SIGTERM", "npm"],
  ["Ctrl-C, which npm passes on to who has it already", "SIGINT", "everybody"],
] as const)(
  "%s: what was accepted is answered, nothing new is taken, and nothing is left",
  async (_, name, to) => {
    const run = await startWithSlowRequest();
    run.signal(name, to);
    await run.refusesRequests();
    // Longer than anything else may take to stop.
    await run.until("Next has up to 25 s to finish");
    expect((await fetch(run.urls.inbox)).status).toBe(200);
    write("may-answer", "");
    expect(await run.slow).toBe("answered");
    await run.exited;
    await vi.waitFor(() => expect(processes.filter(isRunning)).toEqual([]));
  },
  120_000,
);

test("a process that does not finish in time is killed", async () => {
  const run = await startWithSlowRequest({ SHUTDOWN_TIMEOUT_SECONDS: "1" });
  run.signal("SIGTERM", "npm");
  await expect(run.slow).rejects.toThrow();
  await run.exited;
  expect(run.output()).toContain("Next had not finished after 1 s, and was ended by force.");
  expect(processes.filter(isRunning)).toEqual([]);
}, 120_000);

test("a second signal ends at once", async () => {
  const run = await startWithSlowRequest();
  run.signal("SIGTERM", "npm");
  await run.until("Another signal or Ctrl-C ends it now.");
  run.signal("SIGTERM", "npm");
  await expect(run.slow).rejects.toThrow();
  await run.exited;
  expect(run.output()).toContain("was ended by force.");
  expect(processes.filter(isRunning)).toEqual([]);
}, 120_000);
