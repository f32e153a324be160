import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nextBin } from "./next";
import type { LocalSession } from "./session";

const buildStampFile = ".next/quorix-build";

/** Files that are not part of the application, or are made by building and running it. */
const ignored = new Set(
  "node_modules .next .quorix .git .ci bench docs e2e findings lint local test test-results playwright-report screenshots coverage next-env.d.ts README.md CONTRIBUTING.md tsconfig.tsbuildinfo".split(
    " ",
  ),
);
const isTest = (name: string) => /\.test\.tsx?$/.test(name);

function* listSourceFiles(dir: string): Generator<string> {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (ignored.has(path) || isTest(entry.name)) continue;
    if (entry.isDirectory()) yield* listSourceFiles(path);
    else yield path;
  }
}

/** Of the sources, and of the variables that end up in a build: prerendered pages hold data of that database. */
function fingerprint(env: NodeJS.ProcessEnv): string {
  // A local service's port may change from run to run, its password only with its data.
  const database = new URL(env.DATABASE_URL ?? "");

  const hash = createHash("sha256");
  for (const path of [...listSourceFiles(".")].sort()) {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  }
  hash.update(`${database.password}@${database.hostname}${database.pathname} ${env.NEXTAUTH_URL}\n`);
  return hash.digest("hex");
}

function lastBuild(): string | null {
  return existsSync(buildStampFile) ? readFileSync(buildStampFile, "utf8") : null;
}

/** Runs `next build` and returns its exit code. */
export async function build({
  family,
  nextEnv,
  env,
}: Pick<LocalSession, "family" | "nextEnv" | "env">): Promise<number> {
  rmSync(buildStampFile, { force: true });
  // Taken before the build: a source that changes meanwhile makes it outdated.
  const sources = fingerprint(env);
  const code = await family.run("next build", [nextBin, "build"], nextEnv);
  if (code === 0) writeFileSync(buildStampFile, sources);
  return code;
}

/**
 * Builds if there is no build of these sources. With every service configured this is a deployment, where building and
 * starting are separate steps, perhaps on separate machines: any build is accepted there.
 */
export async function buildIfNeeded(
  session: Pick<LocalSession, "family" | "nextEnv" | "env" | "missing">,
): Promise<number> {
  const isBuilt =
    session.missing.length === 0 ? existsSync(".next/BUILD_ID") : lastBuild() === fingerprint(session.env);
  return isBuilt ? 0 : build(session);
}
