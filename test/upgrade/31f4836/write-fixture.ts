/**
 * Writes `database.sql` and `links.json` beside it: a small database as version 31f4836 left it, and the addresses it
 * gave away. Written by that version's own code, so it runs in a checkout of 31f4836 only, on Node 20.20.2 (whose
 * data of currencies and time zones the stored values follow):
 *
 *   copy this folder into that checkout, then: node --import tsx test/upgrade/31f4836/write-fixture.ts
 *
 * and `npx biome check --write` on it afterwards. What was random stays random: the files count, and this is how to
 * make them again with more in them.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateDatabase } from "@/db/migrate";
import { freePort } from "@/local/ports";
import { startPostgres } from "@/local/postgres";
import { dump } from "./dump";

const dir = mkdtempSync(join(tmpdir(), "quorix-fixture-"));
const server = await startPostgres({
  dir: join(dir, "postgres"),
  port: await freePort(0),
  password: "fixture",
  log: join(dir, "postgres.log"),
});
try {
  await migrateDatabase(server.url);
  // Read when the application's modules are loaded, hence before them.
  Object.assign(process.env, {
    DATABASE_URL: server.url,
    UPSTASH_REDIS_REST_URL: "http://127.0.0.1:1",
    UPSTASH_REDIS_REST_TOKEN: "nobody listens",
    INNGEST_DEV: "http://127.0.0.1:1",
    SMTP_URL: "smtp://127.0.0.1:1",
    MAIL_FROM: "Quorix <tickets@quorix.test>",
    NEXTAUTH_URL: "http://localhost:3000",
    // That of test/environment.ts: links and QR codes were made with it, and tests read them with it.
    NEXTAUTH_SECRET: "a-secret-for-tests-of-32-characters-or-more",
    LOG_LEVEL: "error",
  });
  const { tellStory } = await import("./story");
  const links = await tellStory();
  const here = (name: string) => new URL(name, import.meta.url);
  writeFileSync(here("links.json"), `${JSON.stringify(links, null, 2)}\n`);
  writeFileSync(here("database.sql"), await dump(server.url));
} finally {
  const { sql } = await import("@/db/client");
  await sql.end();
  await server.close();
  rmSync(dir, { recursive: true, force: true });
}
