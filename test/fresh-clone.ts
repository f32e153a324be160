import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

export type CloneTestResult = { passed: boolean; seconds: number };

/**
 * Runs `npm ci` and `npm test` of a commit in a fresh clone, on the Node in the folder `node` where one is given. Prints
 * how long its steps took, and where its output is if it failed; `seconds` are of `npm test` alone.
 */
export function testFreshClone(name: string, commit: string, node = ""): CloneTestResult {
  const folder = mkdtempSync(join(tmpdir(), "quorix-clone-"));
  // For root, commits from before run PostgreSQL as a user who has to get through.
  chmodSync(folder, 0o711);
  const [dir, log] = [join(folder, "quorix"), join(folder, "log")];
  const env = { ...process.env, PATH: [node, process.env.PATH].filter(Boolean).join(delimiter) };
  execFileSync("git", ["clone", "--quiet", "--no-checkout", ".", dir]);
  execFileSync("git", ["checkout", "--quiet", "--detach", commit], { cwd: dir });
  const output = openSync(log, "w");
  const stdio: ["ignore", number, number] = ["ignore", output, output];
  const installed = spawnSync("npm", ["ci"], { cwd: dir, env, stdio }).status === 0;
  const began = performance.now();
  const passed = installed && spawnSync("npm", ["test"], { cwd: dir, env, stdio }).status === 0;
  const seconds = (performance.now() - began) / 1_000;

  const text = readFileSync(log, "utf8");
  const [outcome = "nothing was counted"] = text.match(/^\d+ passed, \d+ failed$/m) ?? [];
  console.log(`${name}: ${seconds.toFixed(0)} s, ${outcome}`);
  for (const [line] of text.matchAll(/^── .*: fine, \d+ s$/gm)) console.log(`  ${line}`);
  if (passed) rmSync(folder, { recursive: true, force: true });
  else console.log(`It failed, see ${log}.`);
  return { passed, seconds };
}

/** The full name of a commit. */
export const resolveSha = (commit: string) =>
  execFileSync("git", ["rev-parse", `${commit}^{commit}`], { encoding: "utf8" }).trim();
