import { setTimeout } from "node:timers/promises";
import postgres from "postgres";
import { shutdown } from "@/bench/shutdown";
import { silentProxy } from "@/test/silent-proxy";
import { type Part, untilSucceeds } from "./part";
import { ownPid, withConnection } from "./ready";
import { LONGEST_WAIT_SECONDS } from "./verdict";
import type { World } from "./world";

const KILLED_MS = 6_000;
const FROZEN_MS = 20_000;
const BOOKED_AGAIN_SECONDS = 2;

export type Fault = {
  what: string;
  bookedWithinSeconds: number;
  /** Another address of the database for the application, where the fault is on the way to it. */
  databaseUrl?: (world: World) => Promise<string>;
  /** Makes it happen, and resolves when what was gone accepts connections again, or at once where it never does. */
  strike: (world: World, app: Part) => Promise<void>;
};

type PartOf = (world: World, app: Part) => Part;

const killed = (name: string, partOf: PartOf): Fault => ({
  what: `${name} is killed, and starts again after ${KILLED_MS / 1_000} s`,
  bookedWithinSeconds: BOOKED_AGAIN_SECONDS,
  async strike(world, app) {
    const part = partOf(world, app);
    await part.kill();
    await setTimeout(KILLED_MS);
    await part.start();
  },
});

const frozen = (name: string, partOf: PartOf): Fault => ({
  what: `${name} stands still for ${FROZEN_MS / 1_000} s`,
  bookedWithinSeconds: BOOKED_AGAIN_SECONDS,
  async strike(world, app) {
    const part = partOf(world, app);
    part.freeze();
    await setTimeout(FROZEN_MS);
    part.thaw();
  },
});

function silent(which: "one" | "all", what: string): Fault {
  let silenceAtWork: (which: "one" | "all") => Promise<void>;
  return {
    what,
    // Whoever asks on that connection waits as long as anybody may; then it goes on.
    bookedWithinSeconds: LONGEST_WAIT_SECONDS,
    async databaseUrl(world) {
      const proxy = await silentProxy(world.databaseUrl);
      shutdown.add(proxy.close);
      ({ silenceAtWork } = proxy);
      return proxy.url;
    },
    strike: () => silenceAtWork(which),
  };
}

/** PostgreSQL ends every connection when one backend dies of a signal, and recovers as after a crash. */
const backendKilled: Fault = {
  what: "one PostgreSQL backend is killed at work",
  bookedWithinSeconds: BOOKED_AGAIN_SECONDS,
  async strike({ databaseUrl }) {
    const admin = postgres(databaseUrl, { max: 1, onnotice: () => {} });
    try {
      const { busy, own } = await untilSucceeds(() => busyBackend(admin));
      process.kill(busy, "SIGKILL");
      // Ended, too, when it fails or is another one's by now.
      while (own === (await ownPid(admin).catch(() => null)));
    } finally {
      await admin.end({ timeout: 0 });
    }
    await untilSucceeds(() => withConnection(databaseUrl, ownPid));
  },
};

async function busyBackend(admin: postgres.Sql) {
  const [row] = await admin<{ busy: number; own: number }[]>`
    select pid as busy, pg_backend_pid() as own from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend'
      and state <> 'idle' and pid <> pg_backend_pid() limit 1`;
  if (!row) throw new Error("no backend is at work");
  return row;
}

/** In this order, each on an application that was just started. */
export const faults: Record<string, Fault> = {
  "postgres-kill": killed("PostgreSQL", (world) => world.postgres),
  "backend-kill": backendKilled,
  "redis-kill": killed("Redis", (world) => world.redis),
  "email-kill": killed("the email server", (world) => world.email),
  "inngest-kill": killed("Inngest", (world) => world.inngest),
  "app-kill": killed("the application", (_, app) => app),
  "postgres-freeze": frozen("PostgreSQL", (world) => world.postgres),
  "redis-freeze": frozen("Redis", (world) => world.redis),
  "connection-silent": silent("one", "one database connection stops answering in the middle of a booking, for good"),
  "connections-silent": silent("all", "all database connections of the moment stop answering, for good"),
};
