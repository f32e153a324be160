import { setTimeout } from "node:timers/promises";
import postgres from "postgres";
import { shutdown } from "@/bench/shutdown";
import { silentProxy } from "@/test/silent-proxy";
import { type DrillService, retryUntilSuccess } from "./drill-service";
import type { DrillEnvironment } from "./environment";
import { readBackendPid, withConnection } from "./readiness";
import { MAX_WAIT_SECONDS } from "./report";

const KILLED_MS = 6_000;
const FROZEN_MS = 20_000;
const BOOKED_AGAIN_SECONDS = 2;

export type Fault = {
  description: string;
  bookedWithinSeconds: number;
  /** Another database address for the application, if the fault is on the connection. */
  databaseUrl?: (environment: DrillEnvironment) => Promise<string>;
  /** Causes the fault. Resolves when the service accepts connections again, or at once if it never does. */
  inject: (environment: DrillEnvironment, app: DrillService) => Promise<void>;
};

type SelectService = (environment: DrillEnvironment, app: DrillService) => DrillService;

const killFault = (name: string, partOf: SelectService): Fault => ({
  description: `${name} is killed, and starts again after ${KILLED_MS / 1_000} s`,
  bookedWithinSeconds: BOOKED_AGAIN_SECONDS,
  async inject(environment, app) {
    const part = partOf(environment, app);
    await part.kill();
    await setTimeout(KILLED_MS);
    await part.start();
  },
});

const freezeFault = (name: string, partOf: SelectService): Fault => ({
  description: `${name} stands still for ${FROZEN_MS / 1_000} s`,
  bookedWithinSeconds: BOOKED_AGAIN_SECONDS,
  async inject(environment, app) {
    const part = partOf(environment, app);
    part.freeze();
    await setTimeout(FROZEN_MS);
    part.thaw();
  },
});

function silenceFault(which: "one" | "all", what: string): Fault {
  let silenceAtWork: (which: "one" | "all") => Promise<void>;
  return {
    description: what,
    // A statement on that connection waits for the longest time allowed; then the connection answers again.
    bookedWithinSeconds: MAX_WAIT_SECONDS,
    async databaseUrl(environment) {
      const proxy = await silentProxy(environment.databaseUrl);
      shutdown.add(proxy.close);
      ({ silenceAtWork } = proxy);
      return proxy.url;
    },
    inject: () => silenceAtWork(which),
  };
}

/** PostgreSQL ends every connection when one backend dies of a signal, and recovers as after a crash. */
const backendKillFault: Fault = {
  description: "one PostgreSQL backend is killed at work",
  bookedWithinSeconds: BOOKED_AGAIN_SECONDS,
  async inject({ databaseUrl }) {
    const admin = postgres(databaseUrl, { max: 1, onnotice: () => {} });
    try {
      const { busy, own } = await retryUntilSuccess(() => findBusyBackend(admin));
      process.kill(busy, "SIGKILL");
      // Waits until this connection has ended, too: the query fails, or another backend answers.
      while (own === (await readBackendPid(admin).catch(() => null)));
    } finally {
      await admin.end({ timeout: 0 });
    }
    await retryUntilSuccess(() => withConnection(databaseUrl, readBackendPid));
  },
};

async function findBusyBackend(admin: postgres.Sql) {
  const [row] = await admin<{ busy: number; own: number }[]>`
    select pid as busy, pg_backend_pid() as own from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend'
      and state <> 'idle' and pid <> pg_backend_pid() limit 1`;
  if (!row) throw new Error("no backend is at work");
  return row;
}

/** Run in this order, each on a freshly started application. */
export const faults: Record<string, Fault> = {
  "postgres-kill": killFault("PostgreSQL", (environment) => environment.postgres),
  "backend-kill": backendKillFault,
  "redis-kill": killFault("Redis", (environment) => environment.redis),
  "email-kill": killFault("the email server", (environment) => environment.email),
  "inngest-kill": killFault("Inngest", (environment) => environment.inngest),
  "app-kill": killFault("the application", (_, app) => app),
  "postgres-freeze": freezeFault("PostgreSQL", (environment) => environment.postgres),
  "redis-freeze": freezeFault("Redis", (environment) => environment.redis),
  "connection-silent": silenceFault(
    "one",
    "one database connection stops answering in the middle of a booking, for good",
  ),
  "connections-silent": silenceFault("all", "all database connections of the moment stop answering, for good"),
};
