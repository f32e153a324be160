import type { OpenLoop } from "@/bench/adapters/open-loop";
import { startBuyers } from "@/bench/buyers";
import { delayProxy } from "@/bench/delay-proxy";
import type { HotEvent, HotEvents } from "@/bench/hot-event";
import { percentile } from "@/bench/metrics";
import { Samples } from "@/bench/samples";
import { shutdown } from "@/bench/shutdown";
import type { Comparison, Contender } from "./comparison";
import type { Servers } from "./servers";
import type { Side } from "./side";

/** Instances that sell; one more handles check-in and emails. */
const INSTANCES = 2;
const CLOSED_LOOP = { rounds: 3, buyers: 256, warmUpMs: 500, measuredMs: 2_000 };
const TIMES = { warmUpMs: 1_000, measuredMs: 4_000 };
/** A guest every second and a half at each of thirty doors. */
const SCANS_PER_SECOND = 20;
const CLAIMS_PER_SECOND = 20;
/** More than any round scans. */
const TICKETS = 200;
/** More than any round can sell. */
const PEOPLE = 60_000;

type OpenedEvent = Pick<HotEvent, "eventId" | "ticketTypeCode"> & { people: HotEvents["people"] };
type BuyersResult = { waits: number[]; booked: number; refused: number };
type DoorResult = { scans: { waits: number[]; others: number }; claims: { waits: number[] } };

/**
 * How check-in and emails of an event respond to a rush on it: reservations at a fixed rate, whether or not earlier ones
 * were answered, at half of what the other commit sustains. The application is the managers of two instances, and
 * check-in and email of a third, each with a pool of its own, `networkMs` from the database.
 */
function createDoorComparison(networkMs: number): Comparison {
  const isBarred = networkMs > 0;
  const setup = `door, ${networkMs} ms of network`;
  const name = (what: string) => `${setup}: ${what}`;
  const bar = (atMost: number) => (isBarred ? { atMost } : undefined);
  return {
    name: setup,
    values: {
      scans: { name: name("p95 of a scan"), unit: "ms", bar: bar(0.2) },
      claims: { name: name("p95 of an email's claim"), unit: "ms", bar: bar(0.2) },
      bookings: { name: name("p99 of a booking"), unit: "ms", bar: bar(1) },
      scanMedian: { name: name("median of a scan"), unit: "ms" },
      claimMedian: { name: name("median of an email's claim"), unit: "ms" },
      rate: { name: name("the rush"), unit: "bookings/s" },
    },
    async open(sides, servers) {
      const measured = sides.at(-1);
      if (!measured) throw new Error("nothing to measure");
      const perSecond = (await measureSustainedRate(measured, servers, networkMs)) / 2;
      return Promise.all(sides.map((side) => contender(side, perSecond, networkMs)));
    },
  };
}

/** As between an instance and a managed database in its region; and on one machine. */
export const doorComparisons = [createDoorComparison(1), createDoorComparison(0)];

async function contender(side: Side, perSecond: number, networkMs: number): Promise<Contender> {
  const { url, close } = await openDistantDatabase(side, networkMs);
  const env = { DATABASE_URL: url, PEOPLE: String(PEOPLE) };
  const door = await side.adapter("door", env);
  const selling = await Promise.all(Array.from({ length: INSTANCES }, () => side.adapter("door-buyers", env)));
  const loop = (rate: number): OpenLoop => ({ perSecond: rate, ...TIMES });

  async function round() {
    const { people, ...event } = await door.call<OpenedEvent>("open", { tickets: TICKETS });
    const share = Math.floor(people.count / INSTANCES);
    const rushing = selling.map((instance, at) =>
      instance.call<BuyersResult>("press", {
        ...event,
        ...loop(perSecond / INSTANCES),
        people: { first: people.first + at * share, count: share },
      }),
    );
    const working = door.call<DoorResult>("work", { scans: loop(SCANS_PER_SECOND), claims: loop(CLAIMS_PER_SECOND) });
    const [{ scans, claims }, ...rushes] = await Promise.all([working, ...rushing]);
    const waits = rushes.flatMap((rush) => rush.waits);
    const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
    return {
      values: {
        scans: percentile(scans.waits, 95),
        claims: percentile(claims.waits, 95),
        bookings: percentile(waits, 99),
        scanMedian: percentile(scans.waits, 50),
        claimMedian: percentile(claims.waits, 50),
        rate: (waits.length / TIMES.measuredMs) * 1_000,
      },
      answered: sum(rushes.map((rush) => rush.booked)),
      failed: scans.others + sum(rushes.map((rush) => rush.refused)),
    };
  }
  return {
    pids: [door.pid, ...selling.map((instance) => instance.pid)],
    round,
    close() {
      for (const adapter of [door, ...selling]) adapter.close();
      close();
    },
  };
}

/** Bookings a second of 256 people at once, each followed by the next as soon as they have an answer. */
async function measureSustainedRate(side: Side, { redis, emptyRedis }: Servers, networkMs: number): Promise<number> {
  const { url, close } = await openDistantDatabase(side, networkMs);
  const adapter = await side.adapter("engine", { PEOPLE: String(PEOPLE) });
  const buyers = await startBuyers("engine", { redis }, url, { processes: INSTANCES, dir: side.dir });
  const rate = new Samples();
  for (let round = 0; round < CLOSED_LOOP.rounds; round += 1) {
    await emptyRedis();
    const { event, people } = await adapter.call<{ event: HotEvent; people: HotEvents["people"] }>("open");
    rate.add((await buyers.rush(event, people, CLOSED_LOOP)).perSecond);
  }
  adapter.close();
  buyers.stop();
  close();
  console.log(`${side.name} sustains ${Math.round(rate.median)} bookings/s with ${networkMs} ms of network.`);
  return rate.median;
}

async function openDistantDatabase({ databaseUrl }: Side, networkMs: number) {
  if (networkMs === 0) return { url: databaseUrl, close: () => {} };
  const proxy = await delayProxy(databaseUrl, networkMs);
  shutdown.add(proxy.close);
  return proxy;
}
