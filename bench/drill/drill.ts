import { setTimeout } from "node:timers/promises";
import { shutdown } from "@/bench/shutdown";
import { connect } from "@/db/connect";
import type { Message } from "@/local/email-store";
import type { App } from "./app";
import { buy } from "./buyer";
import { countEmails, waitUntilAllSent } from "./emails";
import type { DrillEnvironment } from "./environment";
import type { Fault } from "./faults";
import { readLedger } from "./ledger";
import { BUYERS_PER_SECOND, startLoad } from "./load";
import type { Outcome } from "./report";
import { type DrillEvent, makeSignedInUsers } from "./test-data";

const BEFORE_MS = 4_000;
const AFTER_MS = 12_000;
/** Longer than any fault with the time before and after it. */
const MAX_SECONDS = 60;

/** One fault under load, on an application that has just started. Emails are checked after all faults. */
export async function runFault(environment: DrillEnvironment, app: App, fault: Fault, event: DrillEvent) {
  const { databaseUrl, secret, appUrl: url } = environment;
  const people = await makeSignedInUsers(databaseUrl, 2 + BUYERS_PER_SECOND * MAX_SECONDS, secret);
  const shop = { url, actions: app.actions, event };
  const server = app.server(fault.databaseUrl ? { DATABASE_URL: await fault.databaseUrl(environment) } : {});
  await server.start();
  // The first request of each kind loads its code.
  const first = people.pop();
  const warmUp = first && (await buy(shop, first, [], AbortSignal.timeout(MAX_SECONDS * 1_000)));
  if (!warmUp?.isBooked) throw new Error("Nobody can book, even before anything is wrong.");

  const load = startLoad(shop, people);
  await setTimeout(BEFORE_MS);
  const struckAt = performance.now();
  await fault.inject(environment, server);
  const backAt = performance.now();
  await setTimeout(AFTER_MS);
  const { asked, results } = await load.end();
  await server.stop();
  const { db, close } = connect(databaseUrl, { max: 1 });
  const ledger = await readLedger(db, event.eventId, [...results, warmUp]).finally(close);
  return { asked, results, struckAt, backAt, bookedWithinSeconds: fault.bookedWithinSeconds, ledger };
}

export type FaultRun = { name: string; event: DrillEvent; outcome: Omit<Outcome, "emails"> };

/** Waits for remaining emails, with every service up, and counts them. */
export async function collectEmailOutcomes(
  environment: DrillEnvironment,
  app: App,
  runs: FaultRun[],
): Promise<(FaultRun & { outcome: Outcome })[]> {
  const server = app.server();
  await server.start();
  const { db, close } = connect(environment.databaseUrl, { max: 1 });
  shutdown.add(close);
  await waitUntilAllSent(
    db,
    runs.map(({ event }) => event.eventId),
  );
  await server.stop();
  const inbox = (await (await fetch(`${environment.inboxUrl}/api/messages`)).json()) as Message[];
  return Promise.all(
    runs.map(async (run) => ({
      ...run,
      outcome: { ...run.outcome, emails: await countEmails(db, run.event.eventId, inbox) },
    })),
  );
}
