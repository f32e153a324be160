import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";

/** The address of a new database, a copy of the migrated template. */
export function createTestDatabaseUrl(): Promise<string> {
  return create("quorix_template");
}

/** The address of a new database without any table. */
export function createEmptyDatabaseUrl(): Promise<string> {
  return create("template0");
}

/** The address of a new database, a copy of another one that nobody is connected to. */
export function createCopyUrl(url: string): Promise<string> {
  return create(new URL(url).pathname.slice(1));
}

async function create(template: string): Promise<string> {
  const url = new URL(inject("adminDatabaseUrl"));
  const admin = postgres(url.href, { max: 1, onnotice: () => {} });
  const name = `test_${randomBytes(8).toString("hex")}`;
  try {
    await admin`create database ${admin(name)} template ${admin(template)}`;
  } finally {
    await admin.end();
  }
  url.pathname = `/${name}`;
  return url.href;
}
