import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { resolveSha, testFreshClone } from "./fresh-clone";

/**
 * `npm run test:node-versions [-- 22]`: `npm test` of HEAD in a fresh clone, on the newest of each line of Node that
 * package.json claims, or on those named. They come from npm.
 */
const versions: Record<string, string> = { "20": "20.20.2", "22": "22.23.5", "24": "24.22.3" };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((line) => !versions[line]);
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. There are ${Object.keys(versions).join(", ")}.`);
  process.exit(2);
}

/** The folder of a Node's program. */
function install(version: string): string {
  const folder = resolve(".quorix/node-versions", version);
  const name = `node-${process.platform}-${process.arch}`;
  const bin = join(folder, "node_modules", name, "bin");
  if (!existsSync(bin)) {
    mkdirSync(folder, { recursive: true });
    execFileSync("npm", ["install", "--no-save", "--ignore-scripts", "--prefix", folder, `${name}@${version}`]);
  }
  return bin;
}

const results = (wanted.length > 0 ? wanted : Object.keys(versions)).map((line) => {
  const version = versions[line] ?? "";
  return testFreshClone(`Node ${version}`, resolveSha("HEAD"), install(version));
});
process.exit(results.every(({ passed }) => passed) ? 0 : 1);
