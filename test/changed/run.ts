import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { changesOf, projectFiles } from "./git";
import { asTestList, recordedJourneys, visitsFolder } from "./journeys";
import { select } from "./select";

// The build need not look at the types again.
const env = { ...process.env, QUORIX_TYPES_CHECKED: "true" };

function run(name: string, script: string, args: string[] = []) {
  console.log(`\n── ${name}`);
  const began = Date.now();
  const { status } = spawnSync("npm", ["run", "--silent", script, "--", ...args], { stdio: "inherit", env });
  if (status !== 0) {
    console.log(`\nFailed: ${name}. Nothing after it was run.`);
    process.exit(1);
  }
  console.log(`── ${name}: fine, ${Math.round((Date.now() - began) / 1000)} s`);
}

const few = (names: string[]) =>
  names.length > 6 ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} more` : names.join(", ");

const { since, changed } = changesOf(".", process.argv[2]);
if (changed.length === 0) {
  console.log(`Nothing differs from ${since}, so there is nothing to run.`);
  process.exit(0);
}
console.log(`Changed since ${since}: ${few(changed)}.`);
run("Types", "typecheck");
run("Lint", "lint");

const { unit, integration, journeys } = select(".", projectFiles("."), changed, recordedJourneys("."));
for (const [name, script, files] of [
  ["unit tests", "test:unit", unit],
  ["integration tests", "test:integration", integration],
] as const) {
  if (files === "all") run(`All ${name}`, script);
  else if (files.length > 0) run(`${files.length} files of ${name}: ${few(files)}`, script, files);
  else console.log(`\n── No ${name}: none depends on what changed.`);
}

const { touched, untouched, reasons } = journeys;
if (reasons.length === 0) console.log("\n── No journeys: no page and no journey depends on what changed.");
else if (untouched.length === 0) run(`All journeys: ${few(reasons)}`, "test:e2e");
else {
  const list = join(visitsFolder, "..", "untouched-journeys");
  writeFileSync(list, asTestList(untouched));
  const name = `${touched.length} journeys, and those that have no record: ${few(reasons)}`;
  run(name, "test:e2e", ["--test-list-invert", list]);
}
console.log("\nAll that depends on what changed has passed.");
