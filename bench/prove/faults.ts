import { setTimeout } from "node:timers/promises";
import type { connect } from "@/db/connect";
import type { seededRandom } from "@/test/random";
import type { AppProcess } from "./app-process";

type Random = ReturnType<typeof seededRandom>;
type PlannedFault = {
  /** The number of answers before it. */
  afterAnswers: number;
  target: "app" | "database";
  /** Picks one of the candidates, by any number. */
  targetIndex: number;
  delayMs: number;
};

const POLL_MS = 2;

/**
 * What is killed when, always the same for one seed. Most kills happen while seats are being sold, shortly after an
 * answer, so that they hit transactions at every point.
 */
export function planFaults(random: Random, { kills, seats, buyers }: { kills: number; seats: number; buyers: number }) {
  const whileSelling = Math.min(seats, buyers);
  const plan = Array.from({ length: kills }, (_, at): PlannedFault => {
    const after = at % 4 === 3 ? random(Math.ceil(buyers * 0.9)) : random(whileSelling);
    return {
      afterAnswers: after,
      target: random(2) === 0 ? "app" : "database",
      targetIndex: random(1_000_000),
      delayMs: random(20),
    };
  });
  return plan.sort((a, b) => a.afterAnswers - b.afterAnswers);
}

/** Runs the plan as answers come in. `settled` waits for started kills, and returns the counts. */
export function injectFaults(plan: PlannedFault[], apps: AppProcess[], sql: ReturnType<typeof connect>["sql"]) {
  const killed = { app: 0, database: 0, atWork: 0 };
  const happening: Promise<void>[] = [];
  const buyers = new AbortController();
  let next = 0;

  async function strikeApp({ targetIndex, delayMs }: PlannedFault) {
    const hadWork = await apps[targetIndex % apps.length]?.kill(delayMs, buyers.signal);
    if (hadWork === undefined) return;
    killed.app += 1;
    if (hadWork) killed.atWork += 1;
  }

  /** Waits for a connection that is in a transaction; takes any once no more requests come. */
  async function strikeDatabase({ targetIndex, delayMs }: PlannedFault) {
    await setTimeout(delayMs);
    for (;;) {
      const anyWillDo = buyers.signal.aborted;
      const backends = await sql<{ pid: number; isAtWork: boolean }[]>`
        select pid, state <> 'idle' as "isAtWork" from pg_stat_activity
        where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
          and (state <> 'idle' or ${anyWillDo}) order by pid`;
      const found = backends[targetIndex % Math.max(1, backends.length)];
      if (!found && anyWillDo) return;
      if (found) {
        const [row] = await sql<{ done: boolean }[]>`select pg_terminate_backend(${found.pid}, 1000) as done`;
        if (row?.done) {
          killed.database += 1;
          if (found.isAtWork) killed.atWork += 1;
          return;
        }
      }
      await setTimeout(POLL_MS);
    }
  }

  return {
    onAnswer(answers: number) {
      for (let due = plan[next]; due && due.afterAnswers < answers; due = plan[next]) {
        next += 1;
        happening.push(due.target === "app" ? strikeApp(due) : strikeDatabase(due));
      }
    },
    async settled() {
      buyers.abort();
      await Promise.all(happening);
      return killed;
    },
  };
}
