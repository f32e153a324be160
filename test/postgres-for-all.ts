import { chmodSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "@/db/migrate";
import { freePort } from "@/local/ports";
import { startPostgres } from "@/local/postgres";
import { removePostgresData } from "@/local/postgres-home";
import { makeTemporaryFolder } from "./temporary-folder";

declare module "vitest" {
  export interface ProvidedContext {
    /** Maintenance database of the PostgreSQL that all integration tests of a run share. */
    adminDatabaseUrl: string;
  }
}

/**
 * Settings for throwaway data: nothing is synced to disk. Commits still survive a kill of PostgreSQL, as the kernel has
 * them by then; only with `synchronous_commit` off would they be lost.
 */
const disposable = {
  fsync: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "4GB",
  checkpoint_timeout: "1h",
};

/** One PostgreSQL for the run, and in it a migrated template that every test database is a copy of. */
export default async function postgresForAll(project: TestProject) {
  const root = makeTemporaryFolder();
  // As root, PostgreSQL runs as another user, who needs access.
  chmodSync(root, 0o711);
  const dir = join(root, "postgres");
  const server = await startPostgres({
    dir,
    port: await freePort(0),
    password: "test",
    log: join(root, "postgres.log"),
    settings: disposable,
  });
  await migrateDatabase(server.url);
  const admin = new URL(server.url);
  admin.pathname = "/postgres";
  const sql = postgres(admin.href, { max: 1, onnotice: () => {} });
  await sql`alter database quorix rename to quorix_template`;
  await sql.end();
  project.provide("adminDatabaseUrl", admin.href);
  return async () => {
    await server.close();
    removePostgresData(dir);
    rmSync(root, { recursive: true, force: true });
  };
}
