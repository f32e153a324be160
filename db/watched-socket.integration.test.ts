import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { createTestDatabaseUrl } from "@/test/database-url";
import { silentProxy } from "@/test/silent-proxy";
import { connect } from "./connect";
import { isConnectionLost, sqlState } from "./errors";

const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

function kept<T extends { close: () => unknown }>(one: T) {
  open.push(one);
  return one;
}

const failure = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error);
const answersWithinMs = 500;

async function behindProxy(max = 1) {
  const proxy = kept(await silentProxy(await createTestDatabaseUrl()));
  const pool = connect(proxy.url, { max, responseTimeoutMs: answersWithinMs });
  // The driver waits for connections that broke while they were asked.
  return { proxy, ...kept({ ...pool, close: () => pool.sql.end({ timeout: 0 }) }) };
}

test.each(["a statement", "a transaction", "a commit"])(
  "a connection that falls silent ends %s, and the next works",
  async (what) => {
    const { proxy, db } = await behindProxy();
    await db.execute(sql`select 1`);
    const asked: Record<string, () => Promise<unknown>> = {
      "a statement": async () => {
        proxy.silence();
        await db.execute(sql`select 1`);
      },
      "a transaction": () =>
        db.transaction(async (tx) => {
          proxy.silence();
          await Promise.all([tx.execute(sql`select 1`), tx.execute(sql`select 2`)]);
        }),
      "a commit": () =>
        db.transaction(async (tx) => {
          await tx.execute(sql`select 1`);
          proxy.silence();
        }),
    };
    const began = performance.now();
    const error = await failure(asked[what]?.() ?? Promise.resolve());
    expect(isConnectionLost(error)).toBe(true);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(await db.execute(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  },
);

test("after one has fallen silent, idle connections are not tried one after the other", async () => {
  const { proxy, db } = await behindProxy(4);
  await Promise.all(Array.from({ length: 4 }, () => db.execute(sql`select pg_sleep(0.2)`)));
  expect(proxy.connections()).toBe(4);
  proxy.silence();
  expect(isConnectionLost(await failure(db.execute(sql`select 1`)))).toBe(true);
  const began = performance.now();
  for (let time = 0; time < 8; time += 1) expect(await db.execute(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  expect(performance.now() - began).toBeLessThan(2 * answersWithinMs);
});

test("an abandoned transaction is ended, and its connection and its locks are released", async () => {
  const { db } = await behindProxy();
  await db.execute(sql`create table held (at int)`);
  const standing = failure(
    db.transaction(async (tx) => {
      await tx.execute(sql`lock table held`);
      await new Promise(() => {});
    }),
  );
  expect(isConnectionLost(await standing)).toBe(true);
  // Opening the next connection may take a busy machine longer than this pool waits.
  await expect.poll(() => failure(db.execute(sql`insert into held values (1)`))).toBeNull();
});

test("a process that was blocked itself reads the data that has arrived before it closes a connection", async () => {
  const { db } = await behindProxy();
  await db.execute(sql`select 1`);
  const asked = db.execute(sql`select 1 as one`);
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  const heldUpUntil = performance.now() + 3 * answersWithinMs;
  while (performance.now() < heldUpUntil);
  expect(await asked).toEqual([{ one: 1 }]);
});

test("statements that wait for a connection time out, and are not run later", async () => {
  const { proxy, db } = await behindProxy();
  await db.execute(sql`create table done (by text)`);
  let isHeld = true;
  const holder = db.transaction(async (tx) => {
    while (isHeld) await tx.execute(sql`select pg_sleep(0.1)`);
  });
  await expect.poll(() => proxy.connections()).toBe(1);
  const waiting = await Promise.all([
    failure(db.execute(sql`insert into done values (${"a statement"})`)),
    failure(db.transaction((tx) => tx.execute(sql`insert into done values (${"a transaction"})`))),
  ]);
  expect(waiting.map(isConnectionLost)).toEqual([true, true]);
  isHeld = false;
  await holder;
  expect(await db.execute(sql`select by from done`)).toEqual([]);
});

test("a query that fails between its rows leaves nothing to the next", async () => {
  const { db } = await behindProxy();
  const error = await failure(db.execute(sql`select 1 / (3 - g) from generate_series(1, 5) g`));
  expect(sqlState(error)).toBe("22012");
  expect(isConnectionLost(error)).toBe(false);
  expect(await db.execute(sql`select 1 as one`)).toEqual([{ one: 1 }]);
});

test("an error between rows affects no earlier answer and no later statement, and closes one connection", async () => {
  const { db, sql: driver } = await behindProxy();
  await db.execute(sql`create table kept (at int)`);
  const all = await Promise.allSettled([
    driver.unsafe("insert into kept values (1)"),
    driver.unsafe("select 1 / (3 - g) from generate_series(1, 5) g"),
    driver.unsafe("insert into kept values (2)"),
  ]);
  const outcomes = all.map((one) => (one.status === "fulfilled" ? "done" : isConnectionLost(one.reason)));
  expect(outcomes).toEqual(["done", true, true]);
});

test("a slow statement that was given up ends at the server, too", async () => {
  const { db } = await behindProxy();
  expect(isConnectionLost(await failure(db.execute(sql`select pg_sleep(600)`)))).toBe(true);
  const asleep = sql`select from pg_stat_activity where datname = current_database() and query ~ '^select pg_sleep'`;
  await expect.poll(async () => (await db.execute(asleep)).length).toBe(0);
});

test("an address of several hosts leads to the one that can be reached", async () => {
  const url = new URL(await createTestDatabaseUrl());
  const port = url.port;
  url.host = "first.invalid";
  const several = url.href.replace("first.invalid", `localhost:1,localhost:${port}`);
  const { db } = kept(connect(several, { max: 2, responseTimeoutMs: answersWithinMs }));
  await expect.poll(() => failure(db.execute(sql`select 1`))).toBeNull();
  const many = Array.from({ length: 6 }, () => db.execute(sql`select pg_sleep(0.05)`));
  expect((await Promise.allSettled(many)).every(({ status }) => status === "fulfilled")).toBe(true);
});

test("if a server accepts and closes at once, the error comes at once", async () => {
  const closing = createServer((socket) => socket.end());
  await new Promise<void>((listening) => closing.listen(0, "127.0.0.1", listening));
  const address = closing.address();
  const port = address && typeof address === "object" ? address.port : 0;
  for (const query of ["", "?sslmode=require"]) {
    const { db } = kept(
      connect(`postgres://nobody@127.0.0.1:${port}/none${query}`, { max: 1, responseTimeoutMs: 5_000 }),
    );
    const began = performance.now();
    expect(isConnectionLost(await failure(db.execute(sql`select 1`)))).toBe(true);
    expect(performance.now() - began).toBeLessThan(2_000);
  }
  closing.close();
});

test("a connection to a server that only reads counts as lost", async () => {
  const { db } = await behindProxy();
  await db.execute(sql`create table written (at int)`);
  await db.execute(sql`set default_transaction_read_only = on`);
  expect(isConnectionLost(await failure(db.execute(sql`insert into written values (1)`)))).toBe(true);
  await db.execute(sql`insert into written values (2)`);
  await db.execute(sql`set default_transaction_read_only = on`);
  const inTransaction = db.transaction((tx) => tx.execute(sql`insert into written values (3)`));
  expect(isConnectionLost(await failure(inTransaction))).toBe(true);
  expect(await db.execute(sql`insert into written values (4) returning at`)).toEqual([{ at: 4 }]);
});

test("the pool is back within half a second of the database", async () => {
  const { proxy, db } = await behindProxy(4);
  await db.execute(sql`select 1`);
  proxy.close();
  const awayFor = performance.now() + 2_000;
  while (performance.now() < awayFor) {
    const errors = await Promise.all(Array.from({ length: 8 }, () => failure(db.execute(sql`select 1`))));
    for (const error of errors) expect(isConnectionLost(error)).toBe(true);
  }
  await proxy.listen();
  const back = performance.now();
  await expect.poll(() => failure(db.execute(sql`select 1`)), { interval: 10 }).toBeNull();
  expect(performance.now() - back).toBeLessThan(500);
});

test("an error of PostgreSQL is reported with its code", async () => {
  const codes: string[] = [];
  const url = await createTestDatabaseUrl();
  const { db } = kept(connect(url, { max: 1, onServerError: (code) => codes.push(code) }));
  await failure(db.execute(sql`execute not_prepared`));
  expect(codes).toEqual(["26000"]);
});

const certificate = readFileSync("test/tls/localhost.crt");
const key = readFileSync("test/tls/localhost.key");

test.each([
  ["sslmode=require", true],
  ["sslmode=prefer", true],
  ["sslmode=verify-ca", false],
  ["sslmode=verify-full", false],
  ["ssl=true", false],
])("%s with a certificate that nobody vouches for", async (mode, isAccepted) => {
  const proxy = kept(await silentProxy(await createTestDatabaseUrl(), { key, cert: certificate }));
  const { db } = kept(connect(`${proxy.url}?${mode}`, { max: 1, responseTimeoutMs: answersWithinMs }));
  const error = await failure(db.execute(sql`select 1`));
  expect(error === null).toBe(isAccepted);
  if (!isAccepted) return;
  proxy.silence();
  expect(isConnectionLost(await failure(db.execute(sql`select 1`)))).toBe(true);
  expect(await db.execute(sql`select 1 as one`)).toEqual([{ one: 1 }]);
});

test.each([
  ["require", false],
  ["prefer", true],
])("sslmode=%s with a server that has no TLS", async (mode, isAccepted) => {
  const { db } = kept(connect(`${await createTestDatabaseUrl()}?sslmode=${mode}`, { max: 1 }));
  expect((await failure(db.execute(sql`select 1`))) === null).toBe(isAccepted);
});
