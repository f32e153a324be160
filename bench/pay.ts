import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { z } from "zod";
import { nextMessage } from "./buyers";
import { openHotEvents } from "./hot-event";
import { openLocalServices } from "./local-services";
import { atLeast, atMost, informational, type Metric } from "./metrics";
import { Samples } from "./samples";
import { shutdown } from "./shutdown";

const ROUNDS = 5;
const BUYERS = 6_000;
const ANSWER_MS = 200;
const CONNECTIONS = 10;

const roundSchema = z.object({ perSecond: z.number(), others: z.number() });

/**
 * 6,000 holds of one hot event, 2,000 at a time, are confirmed for nothing, and as many are paid for: `fulfil` asks a provider that answers
 * after a 200 ms timer, confirms, captures and issues tickets. Through the manager of one process, in turns.
 */
export async function pay(): Promise<Metric[]> {
  const { databaseUrl, redis } = await openLocalServices("bench-pay");
  const hot = await openHotEvents(databaseUrl, BUYERS);
  const child = fork(join("bench", "pay-cli.ts"), [String(ANSWER_MS), String(BUYERS), String(hot.people.first)], {
    execArgv: ["--import", "tsx"],
    env: {
      ...process.env,
      ...{ DATABASE_URL: databaseUrl, DATABASE_POOL_MAX: String(CONNECTIONS) },
      ...{ UPSTASH_REDIS_REST_URL: redis.url, UPSTASH_REDIS_REST_TOKEN: redis.token },
      // Nothing is emailed and nobody signs in.
      ...{ SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "bench@quorix.test", NEXTAUTH_URL: "http://127.0.0.1:1" },
      ...{ NEXTAUTH_SECRET: "x".repeat(32), INNGEST_DEV: "http://127.0.0.1:1", LOG_LEVEL: "error", NODE_ENV: "test" },
    },
    stdio: ["ignore", 2, 2, "ipc"],
    detached: true,
  });
  shutdown.add(() => void child.kill("SIGKILL"));
  await nextMessage(child);
  const free = new Samples();
  const paid = new Samples();
  let others = 0;
  let most = 0;
  const watch = setInterval(async () => {
    const [row] = await hot.sql<{ busy: number }[]>`
      select count(*)::int as busy from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`;
    most = Math.max(most, row?.busy ?? 0);
  }, 20);
  const play = async (kind: "free" | "paid") => {
    child.send(kind);
    return roundSchema.parse(await nextMessage(child));
  };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const kind of round % 2 === 0 ? (["free", "paid"] as const) : (["paid", "free"] as const)) {
      const answered = await play(kind);
      // The first round warms both up.
      if (round === 0) continue;
      others += answered.others;
      (kind === "free" ? free : paid).add(answered.perSecond);
    }
  }
  clearInterval(watch);
  child.disconnect();
  await once(child, "exit");
  await hot.close();
  const ratio = paid.ratioTo(free);
  return [
    atLeast("paid bookings fulfilled a second, of free confirmations a second", ratio.median, "×", 0.8),
    ratio.spreadMetric("paid over free"),
    ...free.toMetrics("free confirmations", "a second"),
    ...paid.toMetrics(`paid, with a provider that answers after ${ANSWER_MS} ms`, "a second"),
    informational(`most connections at work, of ${CONNECTIONS}`, most, ""),
    atMost("answers without a booking", others, "", 0),
  ];
}
