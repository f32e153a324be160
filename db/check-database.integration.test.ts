import { randomBytes } from "node:crypto";
import { type AddressInfo, createServer } from "node:net";
import postgres from "postgres";
import { expect, inject, test } from "vitest";
import { createEmptyDatabaseUrl, createTestDatabaseUrl } from "@/test/database-url";
import { checkDatabase } from "./check-database";
import { DatabaseSetupError, DatabaseUnreachableError } from "./database-setup-error";
import { migrateDatabase } from "./migrate";

async function as<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

const changed = (url: string, change: (url: URL) => void) => {
  const other = new URL(url);
  change(other);
  return other.href;
};

/** The one line that the operator gets. */
async function problem(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DatabaseSetupError);
  const { message } = error as DatabaseSetupError;
  expect(message).not.toContain("\n");
  return message;
}

/** The address for a role that may sign in and nothing else. */
async function asNewRole(url: string) {
  const role = `role-${randomBytes(4).toString("hex")}`;
  await as(url, (sql) => sql.unsafe(`create role "${role}" login password 'secret'`));
  return changed(url, (other) => {
    other.username = role;
    other.password = "secret";
  });
}

/** Runs the statement of the message as the owner. */
async function grant(url: string, message: string) {
  const [statements] = /GRANT .*;/.exec(message) ?? [];
  await as(url, (sql) => sql.unsafe(statements ?? "select 'nothing to grant' from nowhere"));
}

test("a migrated database is accepted, also one that a newer build has migrated", async () => {
  const url = await createTestDatabaseUrl();
  await checkDatabase(url);
  await as(url, (sql) => sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9e15)`);
  await checkDatabase(url);
});

test("an empty one, and one that is a migration behind, are sent to db:migrate", async () => {
  const empty = await createEmptyDatabaseUrl();
  expect(await problem(checkDatabase(empty))).toMatch(/lacks \d+ migrations .*Run npm run db:migrate/);
  const url = await createTestDatabaseUrl();
  await as(
    url,
    (sql) =>
      sql`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`,
  );
  expect(await problem(checkDatabase(url))).toMatch(/lacks a migration \(\d{4}_\w+\).*Run npm run db:migrate/);
});

test.each(["SQL_ASCII", "LATIN1"])("one encoded in %s is refused, and nothing is created in it", async (encoding) => {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await as(inject("adminDatabaseUrl"), (sql) =>
    sql.unsafe(`create database ${name} encoding '${encoding}' locale_provider libc locale 'C' template template0`),
  );
  const url = changed(inject("adminDatabaseUrl"), (other) => {
    other.pathname = `/${name}`;
  });
  for (const refuses of [checkDatabase, migrateDatabase])
    expect(await problem(refuses(url))).toMatch(
      new RegExp(`encoded in ${encoding}.*CREATE DATABASE .* ENCODING 'UTF8'`),
    );
  const created = await as(
    url,
    (sql) => sql`
      select nspname from pg_namespace where nspname = 'drizzle' union all
      select relname from pg_class where relnamespace = 'public'::regnamespace union all
      select extname from pg_extension where extname <> 'plpgsql'`,
  );
  expect([...created]).toEqual([]);
});

test("for a role that lacks rights the message names them, and with these it works", async () => {
  const owner = await createTestDatabaseUrl();
  const url = await asNewRole(owner);
  const toMigrations = await problem(checkDatabase(url));
  expect(toMigrations).toContain("lacks a right: permission denied for schema drizzle");
  await grant(owner, toMigrations);
  const toTables = await problem(checkDatabase(url));
  expect(toTables).toMatch(/may not read or write \w+ and \d+ other tables.* GRANT SELECT, INSERT, UPDATE, DELETE/);
  await grant(owner, toTables);
  await checkDatabase(url);
  // As after a migration that brings a table.
  await as(owner, (sql) => sql.unsafe(`revoke all on bookings from "${new URL(url).username}"`));
  expect(await problem(checkDatabase(url))).toContain("may not read or write bookings.");
});

test("so is one that may not migrate", async () => {
  const owner = await createEmptyDatabaseUrl();
  const url = await asNewRole(owner);
  const inDatabase = await problem(migrateDatabase(url));
  expect(inDatabase).toContain("permission denied for database");
  await grant(owner, inDatabase);
  const inSchema = await problem(migrateDatabase(url));
  expect(inSchema).toContain("permission denied for schema public");
  await grant(owner, inSchema);
  await migrateDatabase(url);
  const other = await asNewRole(owner);
  await grant(owner, inDatabase.replaceAll(new URL(url).username, new URL(other).username));
  expect(await problem(migrateDatabase(other))).toMatch(/lacks a right: permission denied .*GRANT/);
});

test("no server, no access and no such database have different messages", async () => {
  const admin = inject("adminDatabaseUrl");
  const nobody = changed(admin, (url) => {
    url.port = "1";
  });
  await expect(checkDatabase(nobody)).rejects.toThrow(DatabaseUnreachableError);
  expect(await problem(migrateDatabase(nobody))).toMatch(/No database answers at 127.0.0.1:1 \(ECONNREFUSED\)/);
  const stranger = changed(admin, (url) => {
    url.password = "wrong";
  });
  expect(await problem(checkDatabase(stranger))).toMatch(/does not let "quorix" in.*Check user and password/);
  const missing = changed(admin, (url) => {
    url.pathname = "/missing";
  });
  const message = await problem(checkDatabase(missing));
  expect(message).toContain('there is no database "missing"');
  await expect(checkDatabase(missing)).rejects.not.toThrow(DatabaseUnreachableError);
});

test("migrations through a pooler are sent to the direct address", async () => {
  // PgBouncer's answer to a parameter that needs a session.
  const fields = "SFATAL\0C08P01\0Munsupported startup parameter: lock_timeout\0\0";
  const answer = Buffer.alloc(5 + fields.length);
  answer.write("E");
  answer.writeInt32BE(4 + fields.length, 1);
  answer.write(fields, 5);
  const pooler = createServer((socket) => socket.once("data", () => socket.end(answer)));
  await new Promise<void>((listening) => pooler.listen(0, "127.0.0.1", listening));
  const { port } = pooler.address() as AddressInfo;
  expect(await problem(migrateDatabase(`postgres://quorix@127.0.0.1:${port}/quorix`))).toMatch(
    /pooler.*direct address/,
  );
  await new Promise((closed) => pooler.close(closed));
});
