import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { freePort } from "@/local/ports";
import { startPostgres } from "@/local/postgres";
import { removePostgresData } from "@/local/postgres-home";
import { type Child, stopProcess } from "@/local/processes";
import { connect } from "./connect";
import { errorCode, isConnectionLost } from "./errors";

const CONNECTIONS = 6;

test("a pool at work has all its connections back after PostgreSQL was killed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "quorix-outage-"));
  const dir = join(folder, "postgres");
  const children: Child[] = [];
  const settings = { dir, port: await freePort(0), password: "test", log: join(folder, "log") };
  const start = () => startPostgres({ ...settings, onChild: (child) => children.push(child) });
  const { url } = await start();
  const { db, close } = connect(url, { max: CONNECTIONS, responseTimeoutMs: 3_000 });
  await db.execute(sql`create table written (at serial)`);

  const errors: unknown[] = [];
  const over = new AbortController();
  const kinds = [
    () => db.execute(sql`select 1`),
    () => db.execute(sql`select ${1}::int as one, ${"x"}::text as x`),
    () => db.transaction((tx) => tx.execute(sql`insert into written default values`)),
    () =>
      db.transaction(async (tx) => {
        await Promise.all([tx.execute(sql`select 1`), tx.execute(sql`select 2`)]);
        await tx.execute(sql`insert into written default values`);
      }),
  ];
  // As many statements as there are connections, and more that wait for one.
  const crowd = Array.from({ length: 4 * CONNECTIONS }, async (_, who) => {
    while (!over.signal.aborted) await kinds[who % kinds.length]?.().catch((error: unknown) => errors.push(error));
  });
  const written = async () => (await db.execute(sql`select from written limit 200`)).length;
  await expect.poll(written, { timeout: 20_000 }).toBe(200);

  for (const child of children) await stopProcess(child.mark, "SIGKILL");
  await expect.poll(() => errors.length, { timeout: 20_000 }).toBeGreaterThan(200);
  const server = await start();
  const isBack = () =>
    db.execute(sql`select 1`).then(
      () => true,
      () => false,
    );
  await expect.poll(isBack, { interval: 10, timeout: 1_000 }).toBe(true);
  over.abort();
  await Promise.all(crowd);
  expect(errors.filter((error) => !isConnectionLost(error)).map((error) => errorCode(error) ?? error)).toEqual([]);

  // Each waits until as many are there as there are connections.
  let there = 0;
  const all = Array.from({ length: CONNECTIONS }, () =>
    db.transaction(async (tx) => {
      there += 1;
      while (there < CONNECTIONS) await tx.execute(sql`select pg_sleep(0.01)`);
    }),
  );
  await Promise.all(all);
  await close();
  await server.close();
  removePostgresData(dir);
  rmSync(folder, { recursive: true, force: true });
});
