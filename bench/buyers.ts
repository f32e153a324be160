import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { type BurstOrder, type BurstOutcome, burstOutcomeSchema } from "./burst";
import type { HotEvent, HotEvents } from "./hot-event";
import type { LocalServices } from "./local-services";
import { shutdown } from "./shutdown";

type BurstDurations = Pick<BurstOrder, "buyers" | "warmUpMs" | "measuredMs">;

/** Processes of buyers that press Reserve on the engine, or on the reference flow: ours, or those of the commit in `dir`. */
export async function startBuyers(
  flow: "engine" | "reference",
  { redis }: Pick<LocalServices, "redis">,
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
        // Its parent passes Ctrl-C on.
        detached: true,
      });
      shutdown.add(() => void child.kill("SIGKILL"));
      await nextMessage(child);
      return child;
    }),
  );

  /** One round on one event, the buyers divided among the processes. */
  async function rush(event: HotEvent, people: HotEvents["people"], lengths: BurstDurations) {
    const share = Math.floor(people.count / processes);
    const outcomes = await Promise.all(
      children.map(async (child, at) => {
        child.send({
          eventId: event.eventId,
          ticketTypeCode: event.ticketTypeCode,
          people: { first: people.first + at * share, count: share },
          ...lengths,
          buyers: lengths.buyers / processes,
        } satisfies BurstOrder);
        return burstOutcomeSchema.parse(await nextMessage(child));
      }),
    );
    return mergeOutcomes(outcomes, lengths.measuredMs);
  }

  const stop = () => {
    for (const child of children) child.disconnect();
  };
  return { rush, stop, pids: children.map((child) => child.pid ?? 0) };
}

/** The next message of a process; throws if it exits instead. */
export function nextMessage(child: ChildProcess): Promise<unknown> {
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

function mergeOutcomes(outcomes: BurstOutcome[], measuredMs: number) {
  const refused: Record<string, number> = {};
  for (const [code, times] of outcomes.flatMap((one) => Object.entries(one.refused))) {
    refused[code] = (refused[code] ?? 0) + times;
  }
  const waits = outcomes.flatMap((one) => one.waits);
  const booked = outcomes.reduce((sum, one) => sum + one.booked, 0);
  const warnings = outcomes.reduce((sum, one) => sum + one.warnings, 0);
  return { booked, refused, warnings, waits, perSecond: (waits.length / measuredMs) * 1_000 };
}

export type BurstResult = ReturnType<typeof mergeOutcomes>;
