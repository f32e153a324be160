import { parseArgs } from "node:util";
import { formatTable } from "@/bench/metrics";
import { shutdown } from "@/bench/shutdown";
import { buildApp } from "./app";
import { collectEmailOutcomes, type FaultRun, runFault } from "./drill";
import { openDrillEnvironment } from "./environment";
import { faults } from "./faults";
import { evaluate, formatObservations } from "./report";
import { makeEvents } from "./test-data";

/**
 * `npm run drill [-- postgres-kill redis-freeze … --commit 31f4836]`: makes one thing go wrong at a time while people
 * book, on these sources or another commit's, and prints what they saw. Exits 1 when something was lost, doubled, or took too long.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { commit: { type: "string" } } });
const names = positionals.length === 0 ? Object.keys(faults) : positionals;
const unknown = names.filter((name) => !(name in faults));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. There are ${Object.keys(faults).join(", ")}.`);
  process.exit(2);
}

async function main() {
  const environment = await openDrillEnvironment();
  const app = await buildApp(environment, values.commit);
  const events = makeEvents(app.dir, environment.databaseUrl, names.length);
  const runs: FaultRun[] = [];
  for (const name of names) {
    const [fault, event] = [faults[name], events.pop()];
    if (!fault || !event) continue;
    console.error(`${name}: ${fault.description} …`);
    runs.push({ name, event, outcome: await runFault(environment, app, fault, event) });
  }
  console.error("Waiting for the emails …");
  const verdicts = (await collectEmailOutcomes(environment, app, runs)).map(({ name, outcome }) => {
    const metrics = evaluate(outcome);
    const holds = metrics.every((metric) => metric.holds);
    console.log(`\n${name}: ${faults[name]?.description}`);
    console.log(`\n${formatObservations(outcome.asked)}\n\n${formatTable(metrics).replace(/^/gm, "  ")}`);
    return { name, holds };
  });
  console.log("");
  for (const { name, holds } of verdicts) console.log(`${holds ? "holds        " : "DOES NOT HOLD"}  ${name}`);
  return verdicts.every(({ holds }) => holds) ? 0 : 1;
}

await main().then(
  (code) => shutdown.end(code),
  (error: unknown) => shutdown.fail(error),
);
