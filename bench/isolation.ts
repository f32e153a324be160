import { noopRequests, reserveRequests } from "./action-request";
import { openHotEvents } from "./hot-event";
import { type Load, startLoadGenerator } from "./load";
import { atMost, informational, type Metric, percentile } from "./metrics";
import { openOnSaleApp } from "./on-sale-app";
import { Samples } from "./samples";
import { mintSessions } from "./session";

const CONCURRENCY = 64;
const ROUNDS = 5;
const ROUND_MS = 4_000;
/** The rush outlasts the visits. */
const RUSH_MS = ROUND_MS + 1_000;
const PAUSE_MS = 20;
/** More than reserve in a round. */
const PEOPLE = 8_000;
/** Buyers of the other event. */
const VISITORS = 400;

const visits = { booking: "a booking on another event", front: "/", nothing: "an empty server action" };
const names = ["booking", "front", "nothing"] as const;

/**
 * How the rest of the site responds during a rush on one event: a booking of another event, a view of the front page,
 * and a request that does nothing, one after the other with a pause between requests, with and without 64 concurrent
 * buyers of the hot event.
 */
export async function isolation(): Promise<Metric[]> {
  const app = await openOnSaleApp();
  const server = await app.start();
  const hot = await openHotEvents(app.databaseUrl, PEOPLE);
  const load = startLoadGenerator();
  const cookies = await mintSessions(hot.people, app.secret);
  const visitors = cookies.slice(-VISITORS);
  const crowd = cookies.slice(0, -VISITORS);
  let failed = 0;

  /** How long visitors waited, by what they did. */
  const round = async (isRush: boolean) => {
    const [event, other] = [await hot.open(), await hot.open()];
    const visit = { url: server.url, concurrency: 1, durationMs: ROUND_MS, pauseMs: PAUSE_MS };
    const nothing = noopRequests(app.actions.nothing, other, visitors);
    const loads: Record<string, Load> = {
      booking: {
        ...visit,
        requests: reserveRequests(app.actions.reserve, other, visitors),
        count: VISITORS,
        expect: "/checkout/",
      },
      front: { ...visit, requests: [{ path: "/" }] },
      nothing: { ...visit, requests: nothing },
    };
    const rush: Load = {
      url: server.url,
      requests: reserveRequests(app.actions.reserve, event, crowd),
      concurrency: CONCURRENCY,
      count: crowd.length,
      durationMs: RUSH_MS,
      expect: "/checkout/",
    };
    const results = await load.runTogether(isRush ? { ...loads, rush } : loads);
    for (const [name, { errors, statuses }] of Object.entries(results)) {
      failed += errors;
      if (errors > 0) console.error("Failed answers:", name, errors, statuses);
    }
    return results;
  };

  const taken = { idle: newSamplesByVisit(), busy: newSamplesByVisit(), rate: new Samples() };
  await round(true);
  for (let at = 0; at < ROUNDS; at += 1) {
    const [idle, busy] = [await round(false), await round(true)];
    for (const name of names) {
      taken.idle[name].add(percentile(idle[name]?.latenciesMs ?? [], 95));
      taken.busy[name].add(percentile(busy[name]?.latenciesMs ?? [], 95));
    }
    taken.rate.add(busy.rush?.requestsPerSecond ?? 0);
  }
  load.close();
  await server.stop();
  await hot.close();

  const metrics: Metric[] = [];
  for (const name of names) {
    const times = taken.busy[name].ratioTo(taken.idle[name]);
    const what = `p95 of ${visits[name]} during a rush on one event, over that at rest`;
    metrics.push(
      name === "nothing" ? informational(what, times.median, "×") : atMost(what, times.median, "×", MAX_RATIOS[name]),
    );
    metrics.push(times.spreadMetric(what));
    metrics.push(...taken.idle[name].toMetrics(`p95 of ${visits[name]} at rest`, "ms"));
    metrics.push(...taken.busy[name].toMetrics(`p95 of ${visits[name]} during a rush`, "ms"));
  }
  metrics.push(...taken.rate.toMetrics("the rush", "bookings/s"));
  metrics.push(atMost("failed answers", failed, "", 0));
  return metrics;
}

const MAX_RATIOS = { booking: 3, front: 2 };

const newSamplesByVisit = () => ({ booking: new Samples(), front: new Samples(), nothing: new Samples() });
