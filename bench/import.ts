import { fork } from "node:child_process";
import { nextMessage } from "./buyers";
import { openDatabaseServer } from "./database-server";
import type { ImportTimes } from "./import-cli";
import { atMost, type Metric } from "./metrics";
import { Samples } from "./samples";
import { shutdown } from "./shutdown";

const EVENTS = 6_000;
/** Importing reads, checks, translates and compares each row, and makes an event of it with three indexes and more. */
const MAX_RATIO = 20;

/** A file of thousands of events from its bytes to drafts, against parsing it and storing its rows as they are. */
export async function imports(): Promise<Metric[]> {
  const server = await openDatabaseServer("bench-import");
  // A process of its own: this one may have read its environment for another bench, with no database in it.
  const child = fork("bench/import-cli.ts", [String(EVENTS)], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, DATABASE_URL: await server.create("imports") },
    stdio: ["ignore", 2, 2, "ipc"],
  });
  shutdown.add(() => void child.kill());
  const times = (await nextMessage(child)) as ImportTimes;
  await server.close();

  const imported = new Samples();
  const plain = new Samples();
  for (const round of times) {
    imported.add(round.imported);
    plain.add(round.plain);
  }
  const ratio = imported.ratioTo(plain);
  return [
    atMost("importing a file of events: times storing its rows as they are", ratio.median, "×", MAX_RATIO),
    ratio.spreadMetric("importing a file of events"),
    ...imported.toMetrics(`importing ${EVENTS} events`, "ms"),
    ...plain.toMetrics("storing their rows as they are", "ms"),
  ];
}
