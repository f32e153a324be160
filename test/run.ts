import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

const results = mkdtempSync(join(tmpdir(), "quorix-results-"));

const vitestReport = z
  .object({ numPassedTests: z.number(), numFailedTests: z.number() })
  .transform((report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }));
const playwrightReport = z
  .object({ stats: z.object({ expected: z.number(), unexpected: z.number() }) })
  .transform(({ stats }) => ({ passed: stats.expected, failed: stats.unexpected }));

type Counts = { passed: number; failed: number };
type Step = { name: string; script: string; args?: string[]; report?: { file: string; schema: z.ZodType<Counts> } };

function vitest(name: string, script: string): Step {
  const file = join(results, `${script.replace(":", "-")}.json`);
  const args = ["--reporter=default", "--reporter=json", `--outputFile=${file}`];
  return { name, script, args, report: { file, schema: vitestReport } };
}

const journeys = join(results, "journeys.json");
const steps: Step[] = [
  { name: "Types", script: "typecheck" },
  { name: "Lint", script: "lint" },
  { name: "Import directions", script: "lint:imports" },
  vitest("Unit tests", "test:unit"),
  vitest("Integration tests", "test:integration"),
  {
    name: "Production build and browser journeys",
    script: "test:e2e",
    args: ["--reporter=list,json"],
    report: { file: journeys, schema: playwrightReport },
  },
];

function counted({ report }: Step): Counts {
  if (!report) return { passed: 0, failed: 0 };
  try {
    return report.schema.parse(JSON.parse(readFileSync(report.file, "utf8")));
  } catch {
    return { passed: 0, failed: 0 };
  }
}

const total: Counts = { passed: 0, failed: 0 };
let failure: string | null = null;

for (const step of steps) {
  console.log(`\n── ${step.name}`);
  const began = Date.now();
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: journeys };
  const { status } = spawnSync("npm", ["run", "--silent", step.script, "--", ...(step.args ?? [])], {
    stdio: "inherit",
    env,
  });
  const { passed, failed } = counted(step);
  total.passed += passed;
  // A step that breaks without a failing test is a failure, too.
  total.failed += status === 0 ? failed : Math.max(failed, 1);
  if (status !== 0 || failed > 0) {
    failure = step.name;
    break;
  }
  console.log(`── ${step.name}: fine, ${Math.round((Date.now() - began) / 1000)} s`);
}

rmSync(results, { recursive: true, force: true });
if (failure) console.log(`\nFailed: ${failure}. Nothing after it was run.`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(failure ? 1 : 0);
