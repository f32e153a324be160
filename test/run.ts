import { spawnSync } from "node:child_process";
import { clearTimes, type Kind, readTimes } from "./times/times";

/** `npm test`: all steps, one after the other, as each keeps all processors busy. Stops at the first that fails. */
type Step = { name: string; script: string; kind?: Kind };

const steps: Step[] = [
  { name: "Types", script: "typecheck" },
  { name: "Lint", script: "lint" },
  { name: "Order of imports", script: "lint:layers" },
  { name: "Unit tests", script: "test:unit", kind: "unit" },
  { name: "Integration tests", script: "test:integration", kind: "integration" },
  { name: "Production build and browser journeys", script: "test:e2e", kind: "journeys" },
];

const total = { passed: 0, failed: 0 };
let failure: string | null = null;

for (const { name, script, kind } of steps) {
  console.log(`\n── ${name}`);
  if (kind) clearTimes(kind);
  const began = Date.now();
  // The build need not check the types again.
  const env = { ...process.env, QUORIX_TYPES_CHECKED: "true" };
  const { status } = spawnSync("npm", ["run", "--silent", script], { stdio: "inherit", env });
  const { passed, failed } = (kind && readTimes(kind)) ?? { passed: 0, failed: 0 };
  total.passed += passed;
  // A step that crashes without a failing test is a failure, too.
  total.failed += status === 0 ? failed : Math.max(failed, 1);
  if (status !== 0 || failed > 0) {
    failure = name;
    break;
  }
  console.log(`── ${name}: fine, ${Math.round((Date.now() - began) / 1000)} s`);
}

if (failure) console.log(`\nFailed: ${failure}. Nothing after it was run.`);
else console.log("\n`npm run test:slowest` shows where the time went.");
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(failure ? 1 : 0);
