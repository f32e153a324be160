import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { admin } from "./admin";
import { engine } from "./engine";
import { type Figure, table } from "./figures";
import { growth } from "./growth";
import { http } from "./http";
import { isolation } from "./isolation";
import { lighthouseScores } from "./lighthouse";
import { memory } from "./memory";
import { pages } from "./pages";
import { room } from "./room";
import { search } from "./search";
import { shutdown } from "./shutdown";
import { simulate } from "./simulate/simulate";
import { views } from "./views";

/** `npm run bench -- engine | … | all [--json]`: exits 1 when a bar does not hold. */
const benches: Record<string, () => Promise<Figure[]>> = {
  views,
  admin,
  lighthouse: lighthouseScores,
  engine,
  http,
  pages,
  isolation,
  search,
  growth,
  room,
  memory,
  simulate,
};

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const names = wanted.length === 0 || wanted.includes("all") ? Object.keys(benches) : wanted;
const unknown = names.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. There are ${Object.keys(benches).join(", ")} and all.`);
  process.exit(2);
}

async function measure() {
  const figures: Figure[] = [];
  for (const name of names) figures.push(...((await benches[name]?.()) ?? []));
  if (process.send) await new Promise((sent) => process.send?.(figures, sent));
  else console.log(`\n${table(figures)}`);
  await shutdown.end(figures.every((figure) => figure.holds) ? 0 : 1);
}

/** Everything a bench starts may write to its standard output: with `--json` that is not this command's. */
async function measureApart() {
  const child = fork(fileURLToPath(import.meta.url), names, { stdio: ["ignore", 2, 2, "ipc"] });
  const exited = once(child, "exit");
  shutdown.add(async () => {
    child.kill();
    await exited;
  });
  child.once("message", (figures) => console.log(JSON.stringify(figures, null, 2)));
  const [code] = await exited;
  await shutdown.end(code ?? 1);
}

await (process.argv.includes("--json") ? measureApart() : measure());
