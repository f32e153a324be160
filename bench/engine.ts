import { auditEventInventory, auditTicketTypeInventory } from "@/lib/inventory/audit";
import { type BurstResult, startBuyers } from "./buyers";
import { delayProxy } from "./delay-proxy";
import { type HotEvents, openHotEvents } from "./hot-event";
import { openLocalServices } from "./local-services";
import { atLeast, atMost, informational, type Metric, percentile } from "./metrics";
import { findPgbench, pgbenchRate } from "./reference/pgbench";
import { Samples } from "./samples";

const BUYERS = 256;
const ROUNDS = 5;
const DURATIONS = { buyers: BUYERS, warmUpMs: 500, measuredMs: 2_500 };
const PGBENCH_SECONDS = 3;
const PGBENCH_CLIENTS = [8, 16, 32, 64];
const NETWORK_MS = [1, 2, 5];
const PROCESSES = [2, 4];
/** More than any round can sell. */
const PEOPLE = 200_000;

/**
 * 256 buyers on one event, through the public API of the manager with all features on, against the same reservation as
 * a transaction per request, and against pgbench with the same statements. Everything runs on this one machine:
 * buyers, database, Redis and its gateway share its processors.
 */
export async function engine(): Promise<Metric[]> {
  const services = await openLocalServices("bench-engine");
  const { databaseUrl } = services;
  const hot = await openHotEvents(databaseUrl, PEOPLE);
  const acknowledged = new Map<number, number>();
  const answers = { refused: 0, warnings: 0 };

  const contender = async (flow: "engine" | "reference", url = databaseUrl, processes = 1) => {
    const buyers = await startBuyers(flow, services, url, { processes });
    const rate = new Samples();
    const p99 = new Samples();
    const round = async () => {
      const event = await hot.open();
      const rush = await buyers.rush(event, hot.people, DURATIONS);
      acknowledged.set(event.eventId, rush.booked);
      answers.refused += countRefusals(rush);
      answers.warnings += rush.warnings;
      rate.add(rush.perSecond);
      p99.add(percentile(rush.waits, 99));
    };
    return { round, rate, p99, stop: buyers.stop };
  };

  const reference = await contender("reference");
  const quorix = await contender("engine");
  const pgbench = await tunePgbench(hot, databaseUrl);
  const distant = [];
  for (const ms of NETWORK_MS) {
    const { url, close } = await delayProxy(databaseUrl, ms);
    distant.push({ ms, reference: await contender("reference", url), quorix: await contender("engine", url), close });
  }
  const crowds = [];
  for (const processes of PROCESSES) {
    crowds.push({ processes, quorix: await contender("engine", databaseUrl, processes) });
  }
  const commands = new Samples();
  for (let round = 0; round < ROUNDS; round += 1) {
    await reference.round();
    await pgbench?.round();
    const before = await countRedisCommands(services.redis);
    await quorix.round();
    const booked = [...acknowledged.values()].at(-1) ?? 0;
    commands.add(((await countRedisCommands(services.redis)) - before) / booked);
    for (const at of distant) {
      await at.reference.round();
      await at.quorix.round();
    }
    for (const crowd of crowds) await crowd.quorix.round();
  }

  const metrics: Metric[] = [];
  const compared = (name: string, one: Samples, other: Samples, bar?: number) => {
    const ratio = one.ratioTo(other);
    const metric = bar === undefined ? informational(name, ratio.median, "×") : atLeast(name, ratio.median, "×", bar);
    metrics.push(metric, ratio.spreadMetric(name));
  };
  compared("engine over the per-request flow", quorix.rate, reference.rate, 20);
  if (pgbench) compared("engine over pgbench", quorix.rate, pgbench.rate, 5);
  else metrics.push(atLeast("engine over pgbench: not taken, there is no pgbench here", 0, "×", 5));
  metrics.push(atMost("engine: p99", quorix.p99.median, "ms", 100), quorix.p99.spreadMetric("engine: p99"));
  for (const at of distant) {
    const name = `with ${at.ms} ms of network, engine over the per-request flow`;
    compared(name, at.quorix.rate, at.reference.rate, at.ms === 2 ? 30 : undefined);
  }
  metrics.push(
    ...quorix.rate.toMetrics("engine", "bookings/s"),
    ...reference.rate.toMetrics("per-request flow", "bookings/s"),
  );
  metrics.push(...reference.p99.toMetrics("per-request flow: p99", "ms"));
  if (pgbench) metrics.push(...pgbench.rate.toMetrics(`pgbench, ${pgbench.clients} clients`, "bookings/s"));
  for (const at of distant) {
    metrics.push(...at.quorix.rate.toMetrics(`engine, ${at.ms} ms of network`, "bookings/s"));
    metrics.push(...at.quorix.p99.toMetrics(`engine, ${at.ms} ms of network: p99`, "ms"));
    metrics.push(...at.reference.rate.toMetrics(`per-request flow, ${at.ms} ms of network`, "bookings/s"));
  }
  for (const { processes, quorix: crowd } of crowds) {
    metrics.push(...crowd.rate.toMetrics(`engine, ${processes} processes`, "bookings/s"));
    compared(`engine, ${processes} processes over one`, crowd.rate, quorix.rate);
  }
  metrics.push(...commands.toMetrics("engine: Redis commands for a booking", ""));
  metrics.push(informational("warnings logged, as of a lock that Redis did not answer in time", answers.warnings, ""));
  metrics.push(atMost("answers without a booking", answers.refused, "", 0));
  metrics.push(...(await verifyInventory(hot, acknowledged)));

  for (const one of [reference, quorix, ...distant.flatMap((at) => [at.reference, at.quorix])]) one.stop();
  for (const crowd of crowds) crowd.quorix.stop();
  for (const at of distant) at.close();
  await hot.close();
  return metrics;
}

function countRefusals({ refused }: BurstResult) {
  const times = Object.values(refused).reduce((sum, one) => sum + one, 0);
  if (times > 0) console.error("Answers without a booking:", refused);
  return times;
}

/** Each number of clients is tried for a second; the rounds use the best. */
async function tunePgbench(hot: HotEvents, databaseUrl: string) {
  const command = findPgbench();
  if (!command) return null;
  const run = async (clients: number, seconds: number) =>
    pgbenchRate(command, hot, { event: await hot.open(), databaseUrl, clients, seconds });
  let best = { clients: 0, rate: 0 };
  for (const clients of PGBENCH_CLIENTS) {
    const rate = await run(clients, 1);
    if (rate > best.rate) best = { clients, rate };
  }
  const { clients } = best;
  const rate = new Samples();
  return { clients, rate, round: async () => rate.add(await run(clients, PGBENCH_SECONDS)) };
}

async function countRedisCommands({ url, token }: { url: string; token: string }): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(["INFO", "stats"]) });
  return Number(/total_commands_processed:(\d+)/.exec(await answer.text())?.[1]);
}

/** Checks the database: the inventory counted again, and the acknowledged bookings. */
async function verifyInventory(hot: HotEvents, acknowledged: Map<number, number>): Promise<Metric[]> {
  let differ = 0;
  for (const [eventId, booked] of acknowledged) if ((await hot.bookingsOf(eventId)) !== booked) differ += 1;
  const drift = [...(await auditEventInventory(hot.db)), ...(await auditTicketTypeInventory(hot.db))].length;
  return [
    atMost("events with other bookings than were acknowledged", differ, "", 0),
    atMost("counters that differ when counted again", drift, "", 0),
  ];
}
