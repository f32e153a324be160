import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { HotEvent, HotEvents } from "./hot-event";
import { type Order, type Outcome, outcome } from "./rush";
import { shutdown } from "./shutdown";
import type { StandIns } from "./stand-ins";

type Lengths = Pick<Order, "buyers" | "warmUpMs" | "measuredMs">;

/** Processes of buyers that press Reserve on the engine, or on the reference flow: ours, or those of the commit in `dir`. */
export async function startBuyers(
  flow: "engine" | "reference",
  { redis }: Pick<StandIns, "redis">,
  databaseUrl: string,
  { processes = 1, dir = "." } = {},
) {
  const children = await Promise.all(
    Array.from({ length: processes }, async () => {
      const child = fork(join(dir, "bench/buyers-cli.ts"), [flow, databaseUrl, redis.url, redis.token], {
        cwd: dir,
        execArgv: ["--import", "tsx"],
        env: { ...process.env, LOG_LEVEL: "warn", NODE_ENV: "production" },
        stdio: ["ignore", 2, 2, "ipc"],
        // A Ctrl-C reaches it through its owner.
        detached: true,
      });
      shutdown.add(() => void child.kill("SIGKILL"));
      await answerOf(child);
      return child;
    }),
  );

  /** One round on one event, the buyers divided among the processes. */
  async function rush(event: HotEvent, people: HotEvents["people"], lengths: Lengths) {
    const share = Math.floor(people.count / processes);
    const outcomes = await Promise.all(
      children.map(async (child, at) => {
        child.send({
          eventId: event.eventId,
          ticketTypeCode: event.ticketTypeCode,
          people: { first: people.first + at * share, count: share },
          ...lengths,
          buyers: lengths.buyers / processes,
        } satisfies Order);
        return outcome.parse(await answerOf(child));
      }),
    );
    return together(outcomes, lengths.measuredMs);
  }

  const stop = () => {
    for (const child of children) child.disconnect();
  };
  return { rush, stop, pids: children.map((child) => child.pid ?? 0) };
}

/** The next message of a process; throws where it ends instead. */
export function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const end = (code: number | null) =>
      reject(new Error(`${child.spawnargs.find((argument) => argument.endsWith(".ts"))} ended (${code ?? "killed"})`));
    child.once("exit", end);
    child.once("message", (answer) => {
      child.off("exit", end);
      resolve(answer);
    });
  });
}

function together(outcomes: Outcome[], measuredMs: number) {
  const refused: Record<string, number> = {};
  for (const [code, times] of outcomes.flatMap((one) => Object.entries(one.refused))) {
    refused[code] = (refused[code] ?? 0) + times;
  }
  const waits = outcomes.flatMap((one) => one.waits);
  const booked = outcomes.reduce((sum, one) => sum + one.booked, 0);
  const warnings = outcomes.reduce((sum, one) => sum + one.warnings, 0);
  return { booked, refused, warnings, waits, perSecond: (waits.length / measuredMs) * 1_000 };
}

export type Rush = ReturnType<typeof together>;
