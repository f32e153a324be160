import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findImportProblems } from "./import-order";
import { layers } from "./layers";

/** `npm run lint:layers`. Tests are left out: they may import anything. */
const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "lib", "components"], {
  encoding: "utf8",
});
const files = listed.split("\n").filter((file) => /(?<!\.test)\.tsx?$/.test(file) && existsSync(file));
const order = layers.flatMap(({ folders }) => folders);

const problems = findImportProblems(".", files, order);
for (const problem of problems) console.error(problem);
if (problems.length > 0) console.error(`\n${problems.length} problems. lint/layers.ts has the order of the folders.`);
process.exit(problems.length > 0 ? 1 : 0);
