import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";

/** The address of a new database, a copy of the migrated template. */
export async function createTestDatabaseUrl(): Promise<string> {
  const url = new URL(inject("adminDatabaseUrl"));
  const admin = postgres(url.href, { max: 1, onnotice: () => {} });
  const name = `test_${randomBytes(8).toString("hex")}`;
  try {
    await admin`create database ${admin(name)} template quorix_template`;
  } finally {
    await admin.end();
  }
  url.pathname = `/${name}`;
  return url.href;
}
