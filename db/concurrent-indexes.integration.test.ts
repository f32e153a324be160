import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createEmptyDatabaseUrl } from "@/test/database-url";
import { makeIndexesConcurrently } from "./concurrent-indexes";

let url: string;
let sql: postgres.Sql;
const others: postgres.Sql[] = [];
const another = () => {
  const connection = postgres(url, { max: 1, onnotice: () => {}, connection: { lock_timeout: 500 } });
  others.push(connection);
  return connection;
};

beforeAll(async () => {
  url = await createEmptyDatabaseUrl();
  sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`create table seats (row text)`;
});
beforeEach(() => sql`drop index if exists seats_idx`);
afterAll(() => Promise.all([sql, ...others].map((connection) => connection.end())));

const statement = `-- Why it is there.\nCREATE INDEX IF NOT EXISTS "seats_idx" ON "seats" USING btree ("row")`;
const isValid = async () => {
  const [index] = await sql`select indisvalid as valid from pg_index where indexrelid = to_regclass('seats_idx')`;
  return index?.valid;
};
/** Writes that succeed meanwhile, while another transaction has written and not committed. */
async function writtenWhile(build: () => Promise<unknown>) {
  const [slow, quick] = [another(), another()];
  let built: Promise<unknown> | undefined;
  const written = await slow.begin(async (tx) => {
    await tx`insert into seats values ('slow')`;
    built = build();
    built.catch(() => {});
    // An index build in a transaction does not even begin.
    await vi.waitFor(async () => {
      const waiting = await quick`
        select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      expect(waiting).toHaveLength(1);
    }, 4_000);
    return quick`insert into seats values ('quick')`.then(
      () => true,
      () => false,
    );
  });
  await built;
  return written;
}

test("tables stay writable while an index is built", async () => {
  expect(await writtenWhile(() => makeIndexesConcurrently(sql, [statement]))).toBe(true);
  expect(await isValid()).toBe(true);
});

test("they do not if the migration builds it", async () => {
  expect(await writtenWhile(() => sql.unsafe(statement))).toBe(false);
});

test("a broken index is built again, and a complete one is left", async () => {
  const made = () => sql`select indexrelid from pg_index where indexrelid = to_regclass('seats_idx')`;
  await makeIndexesConcurrently(sql, [statement]);
  const [whole] = await made();
  await makeIndexesConcurrently(sql, [statement]);
  expect(await made()).toEqual([whole]);
  await sql`update pg_index set indisvalid = false where indexrelid = to_regclass('seats_idx')`;
  await makeIndexesConcurrently(sql, [statement]);
  expect(await isValid()).toBe(true);
  expect(await made()).not.toEqual([whole]);
});

test("other statements are left to the migration", async () => {
  await makeIndexesConcurrently(sql, ['CREATE INDEX "seats_idx" ON "seats" ("row")', "DROP TABLE seats"]);
  expect(await isValid()).toBeUndefined();
});
