import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { HotEvent, HotEvents } from "./hot-event";
import { type Order, type Outcome, outcome } from "./rush";
import { shutdown } from "./shutdown";
import type { StandIns } from "./stand-ins";

const program = fileURLToPath(new URL("./buyers-cli.ts", import.meta.url));

type Lengths = Pick<Order, "buyers" | "warmUpMs" | "measuredMs">;

/** Processes of buyers that press Reserve on the engine, or on the reference flow. */
export async function startBuyers(
  flow: "engine" | "reference",
  { redis }: StandIns,
  databaseUrl: string,
  processes = 1,
) {
  const children = await Promise.all(
    Array.from({ length: processes }, async () => {
      const child = fork(program, [flow, databaseUrl, redis.url, redis.token], {
        execArgv: ["--import", "tsx"],
        env: { ...process.env, LOG_LEVEL: "warn", NODE_ENV: "production" },
        stdio: ["ignore", 2, 2, "ipc"],
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
  return { rush, stop };
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const end = (code: number | null) => reject(new Error(`a process of buyers ended (${code ?? "killed"})`));
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
