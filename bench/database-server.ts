import { rmSync } from "node:fs";
import { resolve } from "node:path";
import postgres from "postgres";
import { migrateDatabase } from "@/db/migrate";
import { localDefaults, missingServices, unreachableDefaults } from "@/local/environment";
import { freePort } from "@/local/ports";
import { startPostgres } from "@/local/postgres";
import { removePostgresData } from "@/local/postgres-home";
import { shutdown } from "./shutdown";

/** Settings of a small dedicated server; the same for every database of a comparison. */
const SETTINGS = {
  shared_buffers: "4GB",
  effective_cache_size: "12GB",
  random_page_cost: "1.1",
  max_wal_size: "16GB",
  checkpoint_timeout: "30min",
};

/** A real PostgreSQL with its data in `.quorix/<name>`, for benches that need more than the demo. `close` removes it all. */
export async function openDatabaseServer(name: string) {
  const root = resolve(".quorix", name);
  const dir = resolve(root, "postgres");
  removePostgresData(dir);
  rmSync(root, { recursive: true, force: true });
  // The seeds check this: these databases are throwaway ones.
  process.env.QUORIX_LOCAL_DATABASE = "true";
  process.env.LOG_LEVEL ??= "warn";
  // Measured code gets its database and uses no other service, but the environment is still checked.
  const local = localDefaults(process.env, "http://localhost", {
    nextAuthSecret: "x".repeat(32),
    serverActionsKey: "eHh4eA==",
  });
  Object.assign(process.env, local, ...missingServices(process.env).map((service) => unreachableDefaults[service]));
  const server = await startPostgres({
    dir,
    port: await freePort(0),
    password: "bench",
    log: `${root}.log`,
    settings: SETTINGS,
  });
  const close = async () => {
    await server.close();
    removePostgresData(dir);
    rmSync(root, { recursive: true, force: true });
    rmSync(`${root}.log`, { force: true });
  };
  shutdown.add(close);

  async function create(database: string): Promise<string> {
    const admin = postgres(server.url, { max: 1, onnotice: () => {} });
    await admin`create database ${admin(database)}`;
    await admin.end();
    const url = new URL(server.url);
    url.pathname = `/${database}`;
    await migrateDatabase(url.href);
    return url.href;
  }

  return { create, close };
}
