import type { CountingGateway } from "./counting-gateway";
import { cpuSecondsOf } from "./cpu-seconds";
import { startLoadGenerator } from "./load";
import { informational, type Metric } from "./metrics";
import { Samples } from "./samples";

const ROUNDS = 5;
const ROUND_MS = 4_000;
const CONCURRENCY = 64;

/** The same polls to the production server, as many as it can answer, against a route that does nothing. */
export async function measureHttpPolls(options: {
  server: { url: string; pid: number };
  gateway: CountingGateway;
  slug: string;
  visitors: string[];
  cookie: string;
  wanted: number;
}): Promise<Metric[]> {
  const { server, gateway, slug, visitors, cookie, wanted } = options;
  const load = startLoadGenerator();
  const requests = visitors.map((visitor) => ({
    path: `/api/events/${encodeURIComponent(slug)}/queue`,
    headers: { cookie: `${cookie}=${visitor}` },
  }));
  const run = (durationMs: number) =>
    load.run({ url: server.url, requests, concurrency: CONCURRENCY, durationMs, expect: '"state"' });
  await run(ROUND_MS);
  const rate = new Samples();
  const cost = new Samples();
  const commands = new Samples();
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = { cpu: cpuSecondsOf(server.pid), commands: gateway.commands() };
    const { requestsPerSecond, answered, errors, seconds } = await run(ROUND_MS);
    if (errors > 0) throw new Error(`${errors} polls failed`);
    rate.add(requestsPerSecond);
    cost.add(((cpuSecondsOf(server.pid) - before.cpu) / answered) * 1_000_000);
    commands.add((gateway.commands() - before.commands) / seconds);
  }
  load.close();
  return [
    ...rate.toMetrics("production server: polls per second on one process", "/s"),
    informational(
      `production server: part of the ${wanted.toLocaleString("en-GB")} a second reached`,
      (rate.median / wanted) * 100,
      "%",
    ),
    ...cost.toMetrics("production server: processor per poll", "µs"),
    ...commands.toMetrics("production server: Redis commands per second", "/s"),
  ];
}
