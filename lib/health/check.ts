import { connect as connectTcp } from "node:net";
import { sql } from "@/db/client";
import { createShortCache } from "@/lib/cache/short-cache";
import { env } from "@/lib/env";
import { redis } from "@/lib/redis/client";

const DEADLINE_MS = 1_500;

type Dependency = "database" | "redis" | "inngest" | "mail";
export type Health = {
  /** `down`: nothing can be booked. `degraded`: bookings work, something around them waits. */
  status: "up" | "degraded" | "down";
  dependencies: Record<Dependency, "up" | "down">;
};

/** Whether somebody listens where mail is handed over; a whole SMTP dialogue would be noise in the server's log. */
function mailListens() {
  const { hostname, port, protocol } = new URL(env.SMTP_URL);
  return new Promise<void>((resolve, reject) => {
    const socket = connectTcp({ host: hostname, port: Number(port || (protocol === "smtps:" ? 465 : 587)) });
    socket.setTimeout(DEADLINE_MS, () => socket.destroy(new Error("timeout")));
    socket.once("connect", () => {
      socket.destroy();
      resolve();
    });
    socket.once("error", reject);
  });
}

async function inngestAnswers() {
  const address = env.INNGEST_DEV ?? "https://inn.gs";
  const response = await fetch(address, { signal: AbortSignal.timeout(DEADLINE_MS), cache: "no-store" });
  if (response.status >= 500) throw new Error(`status ${response.status}`);
}

const probes: Record<Dependency, () => Promise<unknown>> = {
  database: () => sql`select 1`,
  redis: () => redis.ping(),
  inngest: inngestAnswers,
  mail: mailListens,
};

async function isUp(probe: () => Promise<unknown>) {
  const deadline = new Promise<false>((resolve) => setTimeout(resolve, DEADLINE_MS, false).unref());
  const answer = probe().then(
    () => true,
    () => false,
  );
  return Promise.race([answer, deadline]);
}

export async function checkHealth(): Promise<Health> {
  const names = Object.keys(probes) as Dependency[];
  const results = await Promise.all(
    names.map(async (name) => [name, (await isUp(probes[name])) ? "up" : "down"] as const),
  );
  const dependencies = Object.fromEntries(results) as Health["dependencies"];
  const allUp = Object.values(dependencies).every((state) => state === "up");
  return { status: dependencies.database === "down" ? "down" : allUp ? "up" : "degraded", dependencies };
}

/** Shared for a few seconds, so that asking often costs nothing. */
export const currentHealth = createShortCache({ lifetimeMs: 3_000, maxEntries: 1, load: (_: "all") => checkHealth() });
