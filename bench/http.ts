import { noopRequests, reserveRequests } from "./action-request";
import { openHotEvents } from "./hot-event";
import { type LoadRequest, startLoadGenerator } from "./load";
import { atLeast, atMost, type Metric, percentile } from "./metrics";
import { openOnSaleApp } from "./on-sale-app";
import { Samples } from "./samples";
import { mintSessions } from "./session";

const CONCURRENCY = 64;
const ROUNDS = 5;
const ROUND_MS = 3_000;
/** More than reserve in a round. */
const PEOPLE = 6_000;

/**
 * Reserve as a browser calls it, a server action of the production server, by many different signed-in users; against
 * an action of the same server that gets the same forms and does nothing.
 */
export async function http(): Promise<Metric[]> {
  const app = await openOnSaleApp();
  const server = await app.start();
  const hot = await openHotEvents(app.databaseUrl, PEOPLE);
  const load = startLoadGenerator();
  const cookies = await mintSessions(hot.people, app.secret);

  const run = async (requests: LoadRequest[], expect?: string) => {
    const burst = { url: server.url, requests, concurrency: CONCURRENCY, count: PEOPLE, durationMs: ROUND_MS, expect };
    const result = await load.run(burst);
    if (result.errors > 0) console.error("Failed answers:", result.errors, result.statuses);
    return { ...result, p99: percentile(result.latenciesMs, 99) };
  };
  const empty = async () => run(noopRequests(app.actions.nothing, await hot.open(), cookies));
  let failed = 0;
  let miscounted = 0;
  const reserve = async () => {
    const event = await hot.open();
    // A buyer has loaded the page before.
    await (await fetch(`${server.url}/events/${event.slug}`)).text();
    const result = await run(reserveRequests(app.actions.reserve, event, cookies), "/checkout/");
    failed += result.errors;
    if ((await hot.bookingsOf(event.eventId)) !== result.answered) miscounted += 1;
    return result;
  };

  await empty();
  await reserve();
  const rates = { empty: new Samples(), reserve: new Samples() };
  const p99s = { empty: new Samples(), reserve: new Samples() };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, measured] of [["empty", await empty()] as const, ["reserve", await reserve()] as const]) {
      rates[name].add(measured.requestsPerSecond);
      p99s[name].add(measured.p99);
    }
  }
  load.close();
  await server.stop();
  await hot.close();

  const rate = rates.reserve.ratioTo(rates.empty);
  const p99 = p99s.reserve.ratioTo(p99s.empty);
  return [
    atLeast("reserve over an empty server action", rate.median, "×", 0.7),
    rate.spreadMetric("reserve over an empty server action"),
    atMost("p99 of reserve over that of an empty server action", p99.median, "×", 3),
    p99.spreadMetric("p99 of reserve over that of an empty server action"),
    ...rates.reserve.toMetrics("reserve", "requests/s"),
    ...rates.empty.toMetrics("an empty server action", "requests/s"),
    ...p99s.reserve.toMetrics("reserve: p99", "ms"),
    ...p99s.empty.toMetrics("an empty server action: p99", "ms"),
    atMost("answers that did not lead to a checkout", failed, "", 0),
    atMost("events with other bookings than were answered", miscounted, "", 0),
  ];
}
