import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFiles, readChanges } from "./git";
import { asTestList, recordedJourneys, visitsFolder } from "./journeys";
import { selectTests } from "./select";

// The build need not check the types again.
const env = { ...process.env, QUORIX_TYPES_CHECKED: "true" };

const formatShortList = (names: string[]) =>
  names.length > 6 ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} more` : names.join(", ");

function runStep(name: string, script: string, of: string[] = [], args: string[] = []) {
  console.log(`\n── ${[name, formatShortList(of)].filter(Boolean).join(": ")}`);
  const began = Date.now();
  const { status } = spawnSync("npm", ["run", "--silent", script, "--", ...args], { stdio: "inherit", env });
  if (status !== 0) {
    console.log(`\nFailed: ${name}. The remaining steps were skipped.`);
    process.exit(1);
  }
  console.log(`── ${name}: fine, ${Math.round((Date.now() - began) / 1000)} s`);
}

const changes = readChanges(".", process.argv[2]);
if (!changes) {
  console.log("No such commit. Name one to compare with: npm run test:changed -- <commit>");
  process.exit(1);
}
const { since, changed } = changes;
if (changed.length === 0) {
  console.log(`Nothing differs from ${since}, so there is nothing to run.`);
  process.exit(0);
}
console.log(`Changed since ${since}: ${formatShortList(changed)}.`);
runStep("Types", "typecheck");
runStep("Lint", "lint");
runStep("Order of imports", "lint:layers");

const { unit, integration, journeys } = selectTests(".", projectFiles("."), changed, recordedJourneys("."));
for (const [name, script, files] of [
  ["Unit tests", "test:unit", unit],
  ["Integration tests", "test:integration", integration],
] as const) {
  if (files === "all") runStep(`${name}, all`, script);
  else if (files.length > 0) runStep(name, script, files, files);
  else console.log(`\n── ${name}: nothing depends on the changes.`);
}

const { touched, untouched, reasons } = journeys;
if (reasons.length === 0) console.log("\n── Journeys: nothing depends on the changes.");
else if (untouched.length === 0) runStep("Journeys, all", "test:e2e", reasons);
else {
  const list = join(visitsFolder, "..", "untouched-journeys");
  writeFileSync(list, asTestList(untouched));
  runStep(`${touched.length} journeys, and those without a record`, "test:e2e", reasons, ["--test-list-invert", list]);
}
console.log("\nEverything that depends on the changes has passed.");
