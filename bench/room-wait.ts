import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { CountingGateway } from "./counting-gateway";
import { atMost, informational, type Metric } from "./metrics";
import { Samples } from "./samples";
import { shutdown } from "./shutdown";
import type { VisitorLoad, VisitorLoadResult } from "./waiting-visitors";

const ROUNDS = 5;
const ROUND_SECONDS = 10;
const SETTLE_SECONDS = 4;

/**
 * All visitors wait through the opening and the first minute after it, in one process of its own, through the route's
 * own handler. HTTP is measured separately.
 */
export async function measureWaitingRoom(options: {
  env: NodeJS.ProcessEnv;
  gateway: CountingGateway;
  slug: string;
  visitors: string[];
  everyMs: number;
  perMinute: number;
  /** Opens sales so many seconds from now. */
  openIn: (seconds: number) => Promise<void>;
  /** How many have been let in so far. */
  letIn: () => Promise<number>;
}): Promise<Metric[]> {
  const { env, gateway, slug, visitors, everyMs, perMinute, openIn, letIn } = options;
  const lobbySeconds = everyMs / 1_000 + 3;
  const seconds = lobbySeconds + SETTLE_SECONDS + ROUNDS * ROUND_SECONDS + 2;
  const child = fork("bench/waiting-visitors.ts", {
    // The handler is server code, as Next loads it.
    execArgv: ["--import", "tsx", "--conditions=react-server"],
    env,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  shutdown.add(async () => void child.kill());
  await once(child, "spawn");

  const commands = gateway.commands();
  const requests = gateway.requests();
  await openIn(lobbySeconds);
  child.send({ slug, visitors, everyMs, seconds } satisfies VisitorLoad);
  const answered = once(child, "message");
  await sleep((lobbySeconds + SETTLE_SECONDS) * 1_000);
  const rates = new Samples();
  const perSecond = new Samples();
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = { letIn: await letIn(), commands: gateway.commands(), at: performance.now() };
    await sleep(ROUND_SECONDS * 1_000);
    const taken = (performance.now() - before.at) / 1_000;
    rates.add(((await letIn()) - before.letIn) / (taken / 60));
    perSecond.add((gateway.commands() - before.commands) / taken);
  }
  const [message] = await answered;
  const result = message as VisitorLoadResult;
  child.kill();

  const all = `${visitors.length.toLocaleString("en-GB")} waiting, each asking every ${everyMs / 1_000} s`;
  return [
    informational(`${all}: polls answered per second by the route's handler`, result.polls / result.seconds, "/s"),
    atMost(`${all}: polls more than half a second late`, (result.late / result.polls) * 100, "%", 1),
    informational(`${all}: processor taken for it`, (result.cpuSeconds / result.seconds) * 100, "% of a core"),
    informational("processor per poll", (result.cpuSeconds / result.polls) * 1_000_000, "µs"),
    informational("Redis commands per second, in the lobby and at the draw", lobbyRate(), "/s"),
    ...perSecond.toMetrics("Redis commands per second while they wait", "/s"),
    informational("HTTP requests to Redis per second", (gateway.requests() - requests) / result.seconds, "/s"),
    atMost("answers that put somebody further back", result.backwards, "", 0),
    atMost("answers without a place", result.failed, "", 0),
    ...rates.toMetrics("let in per minute", "/min"),
    atMost(
      `admission rate against the set ${perMinute.toLocaleString("en-GB")} a minute, off by`,
      Math.abs(rates.median / perMinute - 1) * 100,
      "%",
      5,
    ),
  ];

  function lobbyRate() {
    const waiting = perSecond.median * ROUNDS * ROUND_SECONDS;
    return (gateway.commands() - commands - waiting) / (result.seconds - ROUNDS * ROUND_SECONDS);
  }
}
