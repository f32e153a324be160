import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { admin } from "./admin";
import { engine } from "./engine";
import { growth } from "./growth";
import { http } from "./http";
import { imports } from "./import";
import { isolation } from "./isolation";
import { lighthouseScores } from "./lighthouse";
import { memory } from "./memory";
import { formatTable, type Metric } from "./metrics";
import { pages } from "./pages";
import { pay } from "./pay";
import { room } from "./room";
import { search } from "./search";
import { shutdown } from "./shutdown";
import { simulate } from "./simulate/simulate";
import { comparisons, door, versus } from "./versus/versus";
import { views } from "./views";
import { waitlist } from "./waitlist";

/**
 * `npm run bench -- engine | … | all [--json]`, or `versus <commit> [engine | http | door | search] [--rounds <number>] [--json]`:
 * exits 1 when a bar does not hold.
 */
const benches: Record<string, () => Promise<Metric[]>> = {
  views,
  admin,
  lighthouse: lighthouseScores,
  engine,
  waitlist,
  pay,
  http,
  pages,
  isolation,
  door,
  search,
  growth,
  import: imports,
  room,
  memory,
  simulate,
};

const { values: options, positionals } = readArguments();
const isVersus = positionals[0] === "versus";
const [commit, ...wanted] = isVersus ? positionals.slice(1) : ["", ...positionals];
const known = Object.keys(isVersus ? comparisons : benches);
const names = wanted.length === 0 || wanted.includes("all") ? known : wanted;
const unknown = names.filter((name) => !known.includes(name));
const rounds = Number(options.rounds ?? 10);
if (unknown.length > 0) refuse(`Unknown: ${unknown.join(", ")}. There are ${known.join(", ")} and all.`);
if (commit === undefined) refuse("Which commit? npm run bench -- versus <commit>");
if (options.rounds !== undefined && !isVersus) refuse("--rounds goes with versus.");
if (!Number.isInteger(rounds) || rounds < 2) refuse("--rounds takes a whole number from 2 on.");

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { json: { type: "boolean" }, rounds: { type: "string" } },
    });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function refuse(reason: string): never {
  console.error(reason);
  process.exit(2);
}

async function measure() {
  const metrics: Metric[] = [];
  if (isVersus) metrics.push(...(await versus(commit ?? "", names, rounds)));
  else for (const name of names) metrics.push(...((await benches[name]?.()) ?? []));
  if (process.send) await new Promise((sent) => process.send?.(metrics, sent));
  else console.log(`\n${formatTable(metrics)}`);
  await shutdown.end(metrics.every((metric) => metric.holds) ? 0 : 1);
}

/** Processes of a bench may write to standard output, so with `--json` this command runs it in a child. */
async function measureApart() {
  const child = fork(
    fileURLToPath(import.meta.url),
    process.argv.slice(2).filter((argument) => argument !== "--json"),
    { stdio: ["ignore", 2, 2, "ipc"] },
  );
  const exited = once(child, "exit");
  shutdown.add(async () => {
    child.kill();
    await exited;
  });
  child.once("message", (metrics) => console.log(JSON.stringify(metrics, null, 2)));
  const [code] = await exited;
  await shutdown.end(code ?? 1);
}

try {
  await (options.json ? measureApart() : measure());
} catch (error) {
  await shutdown.fail(error);
}
