import { countingProxy } from "./counting-proxy";
import { measureEditPropagation } from "./edit-propagation";
import { startEmptyApp } from "./empty-app";
import { type LoadRequest, startLoadGenerator } from "./load";
import { atLeast, atMost, informational, type Metric } from "./metrics";
import { openOnSaleApp } from "./on-sale-app";
import { Samples } from "./samples";
import { findPopularSlug } from "./views";

/** Many short rounds: a disturbance of the machine then spoils a few of them, and not the median. */
const ROUNDS = 25;
const ROUND_MS = 400;
const CONCURRENCY = 32;
const VIEWS = 10_000;

/**
 * The cost of visitors who only look: an event's page and its availability, against a bare page and an empty handler of
 * the same server with as many bytes. Also, without a bound, against those of the smallest application that the
 * installed Next can serve: the extra cost of any request in an application of this size with shared caches. Each
 * address is loaded alone.
 */
export async function pages(): Promise<Metric[]> {
  const { databaseUrl, secret, start } = await openOnSaleApp();
  const proxy = await countingProxy(databaseUrl);
  const env = { DATABASE_URL: proxy.url };
  const server = await start(env);
  const smallest = await startEmptyApp();
  const slug = await findPopularSlug(databaseUrl);
  const page = `/events/${slug}`;
  const availability = `/api/events/${slug}/availability`;
  const event = await fetchPage(server.url + page);
  const left = await fetchPage(server.url + availability);
  const bare = await findPageOfSize(`${server.url}/bench-empty`, event.bytes);
  const smallestBare = await findPageOfSize(smallest.url, event.bytes);

  const generator = startLoadGenerator();
  const rate = async (url: string, request: LoadRequest, status: number) => {
    const load = { url, requests: [request], concurrency: CONCURRENCY, durationMs: ROUND_MS };
    const { answered, statuses, requestsPerSecond } = await generator.run(load);
    if (statuses[status] !== answered) throw new Error(`${url}${request.path}: ${JSON.stringify(statuses)}`);
    return requestsPerSecond;
  };
  const compared = [
    {
      name: "/events/[slug]",
      request: { path: page },
      status: 200,
      against: "a bare static page of the same size",
      bare: `/bench-empty${bare.path}`,
      smallest: smallestBare.path,
    },
    {
      name: "availability",
      request: { path: availability },
      status: 200,
      against: "a route handler that only sends as much",
      bare: `/bench-empty/nothing/${left.bytes}`,
      smallest: `/nothing/${left.bytes}`,
    },
    {
      // Most polls find no change, and get a 304.
      name: "availability, as polled",
      request: { path: availability, headers: { "if-none-match": left.etag } },
      status: 304,
      against: "an empty route handler",
      bare: "/bench-empty/nothing/0",
      smallest: "/nothing/0",
    },
  ].map((one) => ({ ...one, rates: [new Samples(), new Samples(), new Samples()] as const }));
  // The first round warms up, and is left out.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { request, status, bare, smallest: other, rates } of compared) {
      const [ours, theirs, others] = rates;
      const loads = [
        { rounds: ours, run: () => rate(server.url, request, status) },
        { rounds: theirs, run: () => rate(server.url, { path: bare }, 200) },
        { rounds: others, run: () => rate(smallest.url, { path: other }, 200) },
      ];
      // The machine's state changes over time, so they alternate.
      for (const { rounds, run } of [...loads.slice(round % 3), ...loads.slice(0, round % 3)]) {
        const perSecond = await run();
        if (round > 0) rounds.add(perSecond);
      }
    }
  }
  const metrics: Metric[] = [
    informational("size of /events/[slug]", event.bytes / 1_024, "KiB"),
    informational("size of the bare page", bare.bytes / 1_024, "KiB"),
  ];
  for (const { name, against, rates } of compared) {
    const [ours, theirs, others] = rates;
    const ratio = ours.ratioTo(theirs);
    metrics.push(...ours.toMetrics(name, "requests/s"), ...theirs.toMetrics(against, "requests/s"));
    metrics.push(
      atLeast(`${name} against ${against}`, ratio.median, "×", 0.9),
      ratio.spreadMetric(`${name} against it`),
    );
    metrics.push(...ours.ratioTo(others).toMetrics(`${name} against the same of the smallest application`, "×"));
  }

  const before = proxy.queries();
  const requests = [{ path: page }, { path: availability }];
  const crowd = await generator.run({ url: server.url, requests, concurrency: CONCURRENCY, count: 2 * VIEWS });
  metrics.push(atMost(`errors in ${VIEWS} views of one event`, crowd.errors, "", 0));
  metrics.push(informational(`seconds for ${VIEWS} views of one event`, crowd.seconds, "s"));
  metrics.push(atMost(`database queries for ${VIEWS} views of one event`, proxy.queries() - before, "", 20));
  generator.close();
  await smallest.close();

  const other = await start(env);
  metrics.push(...(await measureEditPropagation({ editor: server.url, other: other.url, slug, databaseUrl, secret })));
  await other.stop();
  await server.stop();
  proxy.close();
  return metrics;
}

async function fetchPage(url: string) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return { bytes: (await response.arrayBuffer()).byteLength, etag: response.headers.get("etag") ?? "" };
}

/** How much a letter adds is found by trying: each stands as HTML and as what React takes over from. */
async function findPageOfSize(url: string, bytes: number) {
  const [few, many] = [10_000, 50_000];
  const { bytes: least } = await fetchPage(`${url}/sized/${few}`);
  const { bytes: most } = await fetchPage(`${url}/sized/${many}`);
  const path = `/sized/${Math.round(few + ((bytes - least) * (many - few)) / (most - least))}`;
  return { path, bytes: (await fetchPage(url + path)).bytes };
}
