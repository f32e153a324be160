import { readFileSync } from "node:fs";
import { reserveRequests } from "./action-request";
import { openHotEvents } from "./hot-event";
import { type Load, startLoadGenerator } from "./load";
import { atLeast, atMost, informational, type Metric, median } from "./metrics";
import { openOnSaleApp } from "./on-sale-app";
import { mintSessions } from "./session";

const BOOKINGS = 200_000;
const SOAK_MS = 5 * 60_000;
const MAX_MS = 12 * 60_000;
const CONCURRENCY = 48;
/** Each of them books once on every event. */
const PEOPLE = 20_000;
/** Bookings in one burst. */
const BURST_SIZE = 2_000;
/** Several samples between two garbage collections, as memory falls at each and rises after it. */
const SAMPLE_INTERVAL_MS = 250;
const VIEW_PAUSE_MS = 50;
/** For each event, and none of them made before. */
const SEARCHES = 500;

/**
 * The memory that the production server holds while 200,000 tickets are reserved on it, event after event, while pages
 * and searches are requested, for at least five minutes. Garbage collection makes it rise and fall, so the medians of
 * tenths of the time are compared.
 */
export async function memory(): Promise<Metric[]> {
  const app = await openOnSaleApp();
  const server = await app.start();
  const hot = await openHotEvents(app.databaseUrl, PEOPLE);
  const load = startLoadGenerator();
  const cookies = await mintSessions(hot.people, app.secret);
  const samples: number[] = [];
  let booked = 0;
  let failed = 0;
  const began = performance.now();
  const elapsed = () => performance.now() - began;
  const looking = setInterval(() => samples.push(readResidentMiB(server.pid)), SAMPLE_INTERVAL_MS);

  while ((booked < BOOKINGS || elapsed() < SOAK_MS) && elapsed() < MAX_MS) {
    const event = await hot.open();
    const requests = reserveRequests(app.actions.reserve, event, cookies);
    const pages = ["/", `/events/${event.slug}`, `/api/events/${event.slug}/availability`].map((path) => ({ path }));
    const searches = Array.from({ length: SEARCHES }, (_, at) => ({ path: `/events?q=music+${booked + at}` }));
    for (let at = 0; at < requests.length; at += BURST_SIZE) {
      const step = requests.slice(at, at + BURST_SIZE);
      const buyers: Load = {
        url: server.url,
        requests: step,
        count: step.length,
        concurrency: CONCURRENCY,
        expect: "/checkout/",
      };
      const views: Load = {
        url: server.url,
        requests: pages,
        durationMs: 2_000,
        concurrency: 2,
        pauseMs: VIEW_PAUSE_MS,
      };
      const results = await load.runTogether({ buyers, views, searches: { ...views, requests: searches } });
      booked += results.buyers.answered;
      for (const [name, { errors, statuses }] of Object.entries(results)) {
        failed += errors;
        if (errors > 0) console.error("Failed answers:", name, errors, statuses);
      }
    }
  }
  clearInterval(looking);
  const minutes = elapsed() / 60_000;
  load.close();
  await server.stop();
  await hot.close();

  const tenth = Math.floor(samples.length / 10);
  const tenths = Array.from({ length: 10 }, (_, at) => median(samples.slice(at * tenth, (at + 1) * tenth)));
  const [start = 0, warm = 0, end = 0] = [tenths[0], tenths[1], tenths.at(-1)];
  return [
    atMost(
      "memory of the server: growth from the second tenth of the time to the last",
      (end / warm - 1) * 100,
      "%",
      5,
    ),
    atLeast("bookings meanwhile", booked, "", BOOKINGS),
    atLeast("time it took", minutes, "min", SOAK_MS / 60_000),
    informational("memory in the first tenth, which is warm-up", start, "MiB"),
    informational("memory in the second tenth", warm, "MiB"),
    informational("memory in the last tenth", end, "MiB"),
    informational("highest memory", Math.max(...samples), "MiB"),
    atMost("failed answers", failed, "", 0),
  ];
}

/** The resident memory of a process. */
function readResidentMiB(pid: number) {
  const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kib) / 1_024;
}
