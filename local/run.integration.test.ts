import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { readBareEnvironment } from "./environment";
import { removePostgresData } from "./postgres-home";
import { isRunning, markOf, type ProcessMark, stopProcess } from "./processes";

/**
 * The real runner with its real services, in a project whose application and demo data are a few lines each:
 * `next` in the same folder twice would stop at the lock of a development server that already runs there.
 */
const application = `
const { createServer } = require("node:http");
const { spawn } = require("node:child_process");
const port = process.argv[process.argv.indexOf("--port") + 1];
const worker = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
const names = ["DATABASE_URL", "SMTP_URL", "NEXTAUTH_URL", "NEXTAUTH_SECRET"];
const env = Object.fromEntries(names.map((name) => [name, process.env[name]]));
createServer((_, response) => response.end(JSON.stringify({ worker: worker.pid, env }))).listen(port, "127.0.0.1");
`;
const seed = `
const postgres = require("postgres");
const sql = postgres(process.env.DATABASE_URL, { max: 1 });
sql\`insert into users (name, email) values ('Demo', 'demo@quorix.test')\`.then(() => { console.log("seeded"); return sql.end(); });
`;

const root = resolve(".");
let project: string;
let runs: ChildProcess[] = [];

function write(path: string, text: string) {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "quorix-run-"));
  write("package.json", "{}");
  write("node_modules/next/dist/bin/next", application);
  write("db/seed/cli.ts", seed);
  for (const name of ["tsx", "postgres"])
    symlinkSync(join(root, "node_modules", name), join(project, "node_modules", name));
});

// Cleans up after a failed test.
afterEach(async () => {
  for (const run of runs) run.kill("SIGKILL");
  runs = [];
  if (existsSync(recordFile())) await Promise.all(record().children.map((child) => stopProcess(child, "SIGKILL")));
});

afterAll(() => {
  removePostgresData(join(project, ".quorix", "postgres"));
  rmSync(project, { recursive: true, force: true });
});

type Variables = { [name: string]: string | undefined };
type Record = {
  runner: ProcessMark;
  children: ProcessMark[];
  urls: { app: string; inbox: string; inngest: string; stripe: string };
};

const recordFile = () => join(project, ".quorix", "run.json");
const record = (): Record => JSON.parse(readFileSync(recordFile(), "utf8"));

function start(args: string, env: Variables) {
  const loader = pathToFileURL(join(root, "node_modules/tsx/dist/loader.mjs")).href;
  const command = ["--import", loader, join(root, "local/run.ts"), ...args.split(" ")];
  const variables: Variables = {
    ...readBareEnvironment().given,
    TSX_TSCONFIG_PATH: join(root, "tsconfig.json"),
    ...env,
  };
  const child = spawn(process.execPath, command, { cwd: project, env: variables as NodeJS.ProcessEnv });
  runs.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const exit = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
  return {
    child,
    exit,
    output: () => output,
    until: (text: string) => vi.waitFor(() => expect(output).toContain(text), { timeout: 40_000, interval: 50 }),
    stop(signal: NodeJS.Signals) {
      child.kill(signal);
      return exit;
    },
  };
}

async function everythingOf({ urls, children }: Record): Promise<ProcessMark[]> {
  const { worker } = (await (await fetch(urls.app)).json()) as { worker: number };
  return [...children, markOf(worker)].filter(isRunning);
}

test("everything runs, beside a busy port; Ctrl-C stops everything", async () => {
  const occupant = createServer();
  await new Promise<void>((done) => occupant.listen(0, "127.0.0.1", done));
  const { port } = occupant.address() as AddressInfo;
  const first = start("dev", { PORT: String(port) });
  await first.until("Quorix ");
  occupant.close();
  expect(first.output()).toMatch(new RegExp(`Port ${port} is busy: the application listens on \\d+`));
  expect(first.output()).toContain("seeded");
  const { urls } = record();
  for (const url of [urls.app, urls.inbox, urls.inngest, urls.stripe]) expect(first.output()).toContain(url);
  expect((await fetch(`${urls.inbox}/api/messages`)).status).toBe(200);
  const processes = await everythingOf(record());
  // PostgreSQL, the application and its worker at least; Redis where there is one.
  expect(processes.length).toBeGreaterThanOrEqual(3);

  const second = start("dev", { PORT: "0" });
  expect(await second.exit).toBe(1);
  expect(second.output()).toContain(`already runs from this folder: ${urls.app}`);

  expect(await first.stop("SIGINT")).toBe(0);
  expect(processes.filter(isRunning)).toEqual([]);
  expect(existsSync(recordFile())).toBe(false);
}, 120_000);

test("a killed run: what it left is ended at the next start, its data is kept, and --fresh starts over", async () => {
  const killed = start("dev", { PORT: "0" });
  await killed.until("Quorix ");
  const left = await everythingOf(record());
  await killed.stop("SIGKILL");
  expect(left.filter(isRunning)).toEqual(left);

  const next = start("dev", { PORT: "0" });
  await next.until("Quorix ");
  expect(left.filter(isRunning)).toEqual([]);
  expect(next.output()).not.toContain("seeded");
  await next.stop("SIGTERM");

  const fresh = start("dev --fresh", { PORT: "0" });
  await fresh.until("Quorix ");
  expect(fresh.output()).toContain("seeded");
  await fresh.stop("SIGINT");
}, 120_000);

test("when the application crashes, everything else stops", async () => {
  const run = start("dev", { PORT: "0" });
  await run.until("Quorix ");
  const processes = await everythingOf(record());
  const next = record().children.at(-1);
  process.kill(Number(next?.pid), "SIGKILL");
  expect(await run.exit).toBe(1);
  expect(run.output()).toContain("Next has stopped");
  expect(processes.filter(isRunning)).toEqual([]);
}, 120_000);

test("a wrong variable is named, and nothing is started", async () => {
  const run = start("dev", { PORT: "0", SMTP_URL: "mail.example.com", QUORIX_STATE_DIR: join(project, "untouched") });
  expect(await run.exit).toBe(1);
  expect(run.output()).toMatch(/SMTP_URL is wrong.*Example: smtps:/);
  expect(existsSync(join(project, "untouched"))).toBe(false);
});

test("with every service named no stand-in is started, and the application gets what was named", async () => {
  const named = {
    DATABASE_URL: "postgres://db.example.com/quorix",
    UPSTASH_REDIS_REST_URL: "https://redis.example.com",
    UPSTASH_REDIS_REST_TOKEN: "token",
    INNGEST_EVENT_KEY: "key",
    INNGEST_SIGNING_KEY: "signkey-test-00",
    SMTP_URL: "smtp://mail.example.com",
    MAIL_FROM: "Quorix <tickets@example.com>",
    NEXTAUTH_URL: "https://tickets.example.com",
    NEXTAUTH_SECRET: "x".repeat(32),
  };
  const run = start("dev", { ...named, PORT: "0", QUORIX_STATE_DIR: join(project, "untouched") });
  await run.until("Quorix ");
  const [, port] = /port (\d+)/.exec(run.output()) ?? [];
  const { env } = (await (await fetch(`http://127.0.0.1:${port}`)).json()) as { env: Variables };
  expect(env).toEqual({
    DATABASE_URL: named.DATABASE_URL,
    SMTP_URL: named.SMTP_URL,
    NEXTAUTH_URL: named.NEXTAUTH_URL,
    NEXTAUTH_SECRET: named.NEXTAUTH_SECRET,
  });
  expect(existsSync(join(project, "untouched"))).toBe(false);
  expect(await run.stop("SIGINT")).toBe(0);
});
