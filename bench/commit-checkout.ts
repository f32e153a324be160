import { execFileSync } from "node:child_process";
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { nextBin } from "@/local/next";
import { startChild, stopProcess } from "@/local/processes";
import { shutdown } from "./shutdown";

export type CommitCheckout = {
  /** Its whole tree, with the packages it names. */
  dir: string;
  /** Its full name. */
  commit: string;
};

const root = resolve(".quorix/commits");

/** Brings another commit of this repository into a folder of its own, `.quorix/commits/<sha>`, and keeps it there. */
export async function checkOutCommit(name: string): Promise<CommitCheckout> {
  const commit = resolveCommitSha(name);
  const dir = join(root, commit);
  if (existsSync(dir)) return { dir, commit };
  console.log(`Checking out ${commit.slice(0, 12)} into ${dir} …`);
  // Renamed only when complete.
  const unfinished = `${dir}.unfinished`;
  const archive = `${dir}.tar`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  execFileSync("git", ["archive", `--output=${archive}`, commit]);
  execFileSync("tar", ["-xf", archive, "-C", unfinished]);
  rmSync(archive);
  if (hasOurPackages(unfinished)) hardLinkTree(resolve("node_modules"), join(unfinished, "node_modules"));
  else await run("npm ci", "npm", ["ci", "--no-audit", "--no-fund"], unfinished);
  renameSync(unfinished, dir);
  return { dir, commit };
}

/**
 * Makes its production build, once. `env` has to name a database with that commit's tables, which prerendered
 * pages read. Their content stays, whichever database the server is started with.
 */
export async function buildCommit({ dir, commit }: CommitCheckout, env: NodeJS.ProcessEnv) {
  const built = join(dir, ".next/complete");
  if (existsSync(built)) return;
  console.log(`Building ${commit.slice(0, 12)} …`);
  await run("next build", process.execPath, [join(dir, nextBin), "build"], dir, env);
  writeFileSync(built, "");
}

function resolveCommitSha(name: string): string {
  try {
    const asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
    return execFileSync("git", asked, { encoding: "utf8" }).trim();
  } catch {
    throw new Error(`There is no commit ${name} in this repository. A shallow clone gets it by git fetch --unshallow.`);
  }
}

function hasOurPackages(dir: string) {
  const lock = "package-lock.json";
  return readFileSync(join(dir, lock)).equals(readFileSync(lock));
}

/** As good as a copy for files that never change, and free. */
function hardLinkTree(from: string, to: string) {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) hardLinkTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkSync(source, target);
  }
}

async function run(name: string, command: string, args: string[], cwd: string, env = process.env) {
  const log = `${cwd}.log`;
  const child = startChild(name, command, args, { cwd, env, log });
  shutdown.add(() => stopProcess(child.mark));
  if ((await child.exited) !== 0) throw new Error(`${name} failed in ${cwd}, see ${log}`);
}
