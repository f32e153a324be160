import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * `npm run test:versus -- <commit>`: how long `npm test` takes at that commit and at HEAD, each in a fresh clone with
 * its own packages, one after the other. Exits 1 where HEAD takes more than 0.4 of the other's time, or one fails.
 */
const BAR = 0.4;
const [other] = process.argv.slice(2);
if (!other) {
  console.error("Which commit? npm run test:versus -- <commit>");
  process.exit(2);
}

const shaOf = (name: string) => execFileSync("git", ["rev-parse", `${name}^{commit}`], { encoding: "utf8" }).trim();
const commits = [shaOf(other), shaOf("HEAD")];
const folder = mkdtempSync(join(tmpdir(), "quorix-versus-"));

function run(commit: string) {
  const dir = join(folder, commit);
  execFileSync("git", ["clone", "--quiet", "--no-checkout", ".", dir]);
  execFileSync("git", ["checkout", "--quiet", "--detach", commit], { cwd: dir });
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: dir, stdio: ["ignore", "ignore", "inherit"] });
  const log = join(folder, `${commit}.log`);
  const began = performance.now();
  const { status } = spawnSync("npm", ["test"], { cwd: dir, stdio: ["ignore", openSync(log, "w"), "inherit"] });
  const seconds = (performance.now() - began) / 1_000;
  const text = readFileSync(log, "utf8");
  const [outcome = "nothing was counted"] = text.match(/^\d+ passed, \d+ failed$/m) ?? [];
  console.log(`${commit.slice(0, 7)}: ${seconds.toFixed(0)} s, ${outcome}`);
  for (const [line] of text.matchAll(/^── .*: fine, \d+ s$/gm)) console.log(`  ${line}`);
  if (status !== 0) console.log(`It failed, see ${log}.`);
  rmSync(dir, { recursive: true, force: true });
  return { seconds, passed: status === 0 };
}

const [before, now] = commits.map(run);
if (!before?.passed || !now?.passed) process.exit(1);
rmSync(folder, { recursive: true, force: true });
const ratio = now.seconds / before.seconds;
console.log(`${ratio.toFixed(3)} × the time of ${other}; the bar is ${BAR}`);
process.exit(ratio <= BAR ? 0 : 1);
