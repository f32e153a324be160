import { connect as connectTcp } from "node:net";
import { sql } from "@/db/client";
import { sqlState } from "@/db/errors";
import { missingMigrations } from "@/db/migration-state";
import { oldestLookupMs } from "@/lib/auth/session-viewer";
import { bookingManager } from "@/lib/booking/manager";
import { createTtlCache } from "@/lib/cache/ttl-cache";
import { deadlineIn, raceDeadline } from "@/lib/deadline";
import { env } from "@/lib/env";
import { redis } from "@/lib/redis/client";

const DEADLINE_MS = 1_500;

/** Bookings work only while all of these are up. */
const essentialDependencies: Dependency[] = ["database", "bookings"];
/** Far longer than a transaction or a lookup takes. One that hangs blocks all behind it. */
const STUCK_AFTER_MS = 14_000;

type Dependency = "database" | "bookings" | "redis" | "inngest" | "mail";
/**
 * `read-only`: a standby, or a role that may not write. `behind`: lacks a migration that this build needs. `stuck`: a
 * booking or a session lookup of this process hangs.
 */
export type DependencyState = "up" | "down" | "read-only" | "behind" | "stuck";
export type Health = {
  /** `down`: bookings don't work. `degraded`: bookings work, another dependency doesn't. */
  status: "up" | "degraded" | "down";
  dependencies: Record<Dependency, DependencyState>;
};
type Probe = () => Promise<DependencyState>;

/** The database has no migrations. */
const UNDEFINED_TABLE = "42P01";
const readOnlySqlStates = new Set(["25006", "42501"]);

async function checkDatabase(): Promise<DependencyState> {
  try {
    // Changes no row, but fails on a read-only database.
    await sql`update events set version = version where false`;
  } catch (error) {
    if (readOnlySqlStates.has(sqlState(error) ?? "")) return "read-only";
    if (sqlState(error) !== UNDEFINED_TABLE) throw error;
  }
  return (await missingMigrations(sql)).length === 0 ? "up" : "behind";
}

async function checkBookings(): Promise<DependencyState> {
  return Math.max(bookingManager.oldestRunMs(), oldestLookupMs()) > STUCK_AFTER_MS ? "stuck" : "up";
}

async function checkRedis(): Promise<DependencyState> {
  await redis.ping();
  return "up";
}

/** Whether the SMTP port accepts connections. An SMTP dialogue would be noise in the server's log. */
function checkMailServer() {
  const { hostname, port, protocol } = new URL(env.SMTP_URL);
  return new Promise<DependencyState>((resolve, reject) => {
    const socket = connectTcp({ host: hostname, port: Number(port || (protocol === "smtps:" ? 465 : 587)) });
    socket.setTimeout(DEADLINE_MS, () => socket.destroy(new Error("timeout")));
    socket.once("connect", () => {
      socket.destroy();
      resolve("up");
    });
    socket.once("error", reject);
  });
}

async function checkInngest(): Promise<DependencyState> {
  const address = env.INNGEST_DEV ?? env.INNGEST_BASE_URL ?? "https://inn.gs";
  const response = await fetch(address, { signal: AbortSignal.timeout(DEADLINE_MS), cache: "no-store" });
  return response.status >= 500 ? "down" : "up";
}

const probes: Record<Dependency, Probe> = {
  database: checkDatabase,
  bookings: checkBookings,
  redis: checkRedis,
  inngest: checkInngest,
  mail: checkMailServer,
};

function runProbeInTime(probe: Probe): Promise<DependencyState> {
  const down = () => "down" as const;
  return raceDeadline(deadlineIn(DEADLINE_MS), probe().catch(down), down);
}

export async function checkHealth(): Promise<Health> {
  const names = Object.keys(probes) as Dependency[];
  const results = await Promise.all(names.map(async (name) => [name, await runProbeInTime(probes[name])] as const));
  const dependencies = Object.fromEntries(results) as Health["dependencies"];
  if (essentialDependencies.some((name) => dependencies[name] !== "up")) return { status: "down", dependencies };
  const allUp = Object.values(dependencies).every((state) => state === "up");
  return { status: allUp ? "up" : "degraded", dependencies };
}

/** Cached for a few seconds, so that frequent requests are cheap. */
export const getCurrentHealth = createTtlCache({ lifetimeMs: 3_000, maxEntries: 1, load: (_: "all") => checkHealth() });
