import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";

/** The address of a new database, a copy of the migrated template. */
export function createTestDatabaseUrl(): Promise<string> {
  return createDatabase("quorix_template");
}

/** The address of a new database without any table. */
export function createEmptyDatabaseUrl(): Promise<string> {
  return createDatabase("template0");
}

/** The address of a new database without any table, that sorts, folds and parses text as this locale does. */
export function createDatabaseUrlWithLocale(locale: "C" | "C.UTF-8"): Promise<string> {
  const provider = locale === "C" ? "locale_provider libc" : "locale_provider builtin builtin_locale 'C.UTF-8'";
  return createDatabase("template0", `encoding 'UTF8' locale 'C' ${provider}`);
}

/** The address of a new database, a copy of another one without connections. */
export function createCopyUrl(url: string): Promise<string> {
  return createDatabase(new URL(url).pathname.slice(1));
}

/** The prefix of this process's databases. */
const PREFIX = `test_${process.pid}_`;

async function withAdmin(work: (admin: postgres.Sql) => Promise<void>) {
  const admin = postgres(inject("adminDatabaseUrl"), { max: 1, onnotice: () => {} });
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

async function createDatabase(template: string, options = ""): Promise<string> {
  const name = `${PREFIX}${randomBytes(8).toString("hex")}`;
  await withAdmin(async (admin) => {
    await admin`create database ${admin(name)} template ${admin(template)} strategy file_copy ${admin.unsafe(options)}`;
  });
  const url = new URL(inject("adminDatabaseUrl"));
  url.pathname = `/${name}`;
  return url.href;
}

/** Drops all databases that this process created, also those with open connections. */
export async function dropTestDatabases() {
  await withAdmin(async (admin) => {
    const left = await admin`select datname as name from pg_database where starts_with(datname, ${PREFIX})`;
    for (const { name } of left) await admin`drop database ${admin(name)} with (force)`;
  });
}
