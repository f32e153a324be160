import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import postgres from "postgres";
import { afterAll, expect, inject, test, vi } from "vitest";
import { sql } from "@/db/client";
import { bookingManager } from "@/lib/booking/manager";
import { env } from "@/lib/env";
import { checkHealth } from "./check";

const admin = postgres(inject("adminDatabaseUrl"), { max: 1, onnotice: () => {} });
const database = new URL(env.DATABASE_URL).pathname.slice(1);
afterAll(() => Promise.all([sql.end({ timeout: 1 }), admin.end()]));

/** Like a failover: closes all connections, so that clients reconnect. */
async function cutOff() {
  await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${database}`;
}

test("with only the database, bookings work and the status is degraded", async () => {
  expect(await checkHealth()).toEqual({
    status: "degraded",
    dependencies: { database: "up", bookings: "up", redis: "down", inngest: "down", mail: "down" },
  });
});

test("a read-only database counts as down", async () => {
  await admin.unsafe(`alter database ${database} set default_transaction_read_only = on`);
  await cutOff();
  const state = async () => (await checkHealth()).dependencies.database;
  await vi.waitFor(async () => expect(await state()).toBe("read-only"), 10_000);
  expect((await checkHealth()).status).toBe("down");
  await admin.unsafe(`alter database ${database} reset default_transaction_read_only`);
  await cutOff();
  await vi.waitFor(async () => expect(await state()).toBe("up"), 10_000);
});

test("a database that lacks a migration is reported", async () => {
  const [last] = await sql<{ id: number; hash: string; created_at: string }[]>`
    delete from drizzle.__drizzle_migrations
    where id = (select max(id) from drizzle.__drizzle_migrations) returning *`;
  if (!last) throw new Error("no migrations");
  expect(await checkHealth()).toMatchObject({ status: "down", dependencies: { database: "behind" } });
  await sql`insert into drizzle.__drizzle_migrations ${sql(last)}`;
  expect(await checkHealth()).toMatchObject({ status: "degraded", dependencies: { database: "up" } });
});

test("hanging bookings count as down", async () => {
  const oldest = vi.spyOn(bookingManager, "oldestRunMs").mockReturnValue(15_000);
  expect(await checkHealth()).toMatchObject({ status: "down", dependencies: { database: "up", bookings: "stuck" } });
  oldest.mockReturnValue(900);
  expect(await checkHealth()).toMatchObject({ status: "degraded", dependencies: { bookings: "up" } });
});

test("a self-hosted Inngest is checked, and no other", async () => {
  const asked: (string | undefined)[] = [];
  const inngest = createServer((request, response) => {
    asked.push(request.url);
    response.end();
  });
  await new Promise<void>((listening) => inngest.listen(0, "127.0.0.1", listening));
  const { port } = inngest.address() as AddressInfo;
  vi.stubEnv("INNGEST_DEV", "");
  vi.stubEnv("INNGEST_EVENT_KEY", "key");
  vi.stubEnv("INNGEST_SIGNING_KEY", "signkey-test-00");
  vi.stubEnv("INNGEST_BASE_URL", `http://127.0.0.1:${port}`);
  vi.resetModules();
  const { checkHealth: checkWithOwnInngest } = await import("./check");
  expect((await checkWithOwnInngest()).dependencies.inngest).toBe("up");
  expect(asked).toEqual(["/"]);
  await new Promise((closed) => inngest.close(closed));
  expect((await checkWithOwnInngest()).dependencies.inngest).toBe("down");
});
