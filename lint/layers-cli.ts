import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { againstOrder, cyclesIn, foldersOf, importsOf } from "./import-order";
import { layers } from "./layers";

/** `npm run lint:layers`: no cycle in lib/ and components/, of files or of folders, and the folders of lib/ in their order. */
const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "lib", "components"], {
  encoding: "utf8",
});
const files = listed
  .split("\n")
  // Tests may reach for whatever shows what they are about.
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && existsSync(file));
const imports = importsOf(".", files);
const problems = [
  ...cyclesIn(imports).map((cycle) => `Cycle of files: ${cycle.join(" → ")}`),
  ...cyclesIn(foldersOf(imports)).map((cycle) => `Cycle of folders: ${cycle.join(" → ")}`),
  ...againstOrder(
    imports,
    layers.flatMap(({ folders }) => [...folders]),
  ),
];
for (const problem of problems) console.error(problem);
console.log(
  `${files.length} files, ${problems.length === 0 ? "every import in order" : `${problems.length} problems`}`,
);
process.exit(problems.length === 0 ? 0 : 1);
