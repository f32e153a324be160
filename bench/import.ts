import { fork } from "node:child_process";
import { answerOf } from "./buyers";
import { openDatabaseServer } from "./database-server";
import { atMost, type Figure } from "./figures";
import type { ImportTimes } from "./import-cli";
import { Rounds } from "./rounds";
import { shutdown } from "./shutdown";

const EVENTS = 6_000;
/** Importing reads, checks, translates and compares each row, and makes an event of it with three indexes and more. */
const TIMES_PLAIN = 20;

/** A file of thousands of events from its bytes to drafts, against parsing it and storing its rows as they are. */
export async function imports(): Promise<Figure[]> {
  const server = await openDatabaseServer("bench-import");
  // A process of its own: this one may have read its environment for another bench, with no database in it.
  const child = fork("bench/import-cli.ts", [String(EVENTS)], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, DATABASE_URL: await server.create("imports") },
    stdio: ["ignore", 2, 2, "ipc"],
  });
  shutdown.add(() => void child.kill());
  const times = (await answerOf(child)) as ImportTimes;
  await server.close();

  const imported = new Rounds();
  const plain = new Rounds();
  for (const round of times) {
    imported.add(round.imported);
    plain.add(round.plain);
  }
  const ratio = imported.over(plain);
  return [
    atMost("importing a file of events: times storing its rows as they are", ratio.median, "×", TIMES_PLAIN),
    ratio.spread("importing a file of events"),
    ...imported.noted(`importing ${EVENTS} events`, "ms"),
    ...plain.noted("storing their rows as they are", "ms"),
  ];
}
