import { type LoadRequest, startLoadGenerator } from "@/bench/load";
import { percentile } from "@/bench/metrics";
import { shutdown } from "@/bench/shutdown";
import type { Comparison } from "./comparison";

const CONCURRENCY = 64;
const ROUND_MS = 3_000;
/** More than reserve in a round. */
const PEOPLE = 6_000;

type HttpRound = { eventId: number; page: string; requests: LoadRequest[]; booked: string };

/** Reserve as the http bench calls it, a server action of the production server. */
export const http: Comparison = {
  name: "http",
  values: {
    rate: { name: "http: reserve", unit: "requests/s", bar: { atLeast: 0.97 } },
    p99: { name: "http: p99 of reserve", unit: "ms" },
  },
  async open(sides) {
    const load = startLoadGenerator();
    shutdown.add(() => void load.close());
    const contenders = [];
    for (const side of sides) {
      const server = await side.serve();
      const adapter = await side.adapter("http", { PEOPLE: String(PEOPLE) });
      contenders.push({
        pids: [server.pid],
        async round() {
          const { eventId, page, requests, booked } = await adapter.call<HttpRound>("open");
          // A buyer has loaded the page before.
          await (await fetch(server.url + page)).text();
          const limits = { concurrency: CONCURRENCY, count: PEOPLE, durationMs: ROUND_MS };
          const result = await load.run({ url: server.url, requests, ...limits, expect: booked });
          if (result.errors > 0) console.error(`Failed answers of ${side.name}:`, result.statuses);
          const kept = await adapter.call<number>("bookingsOf", eventId);
          return {
            values: { rate: result.requestsPerSecond, p99: percentile(result.latenciesMs, 99) },
            answered: result.answered,
            failed: result.errors + Math.abs(kept - result.answered),
          };
        },
        async close() {
          adapter.close();
          load.close();
          await server.close();
        },
      });
    }
    return contenders;
  },
};
