import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { createEmptyDatabaseUrl } from "@/test/database-url";

type Journal = { entries: { tag: string }[] };

const migrations = fileURLToPath(new URL("../../db/migrations", import.meta.url));
/** The last migration that 31f4836 had. */
const LAST = "0003_event_words";

/** The migrations of that version alone, in a folder of their own. */
function oldMigrations(): string {
  const dir = mkdtempSync(join(tmpdir(), "quorix-old-migrations-"));
  cpSync(migrations, dir, { recursive: true });
  const file = join(dir, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8")) as Journal;
  const last = journal.entries.findIndex(({ tag }) => tag === LAST);
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }));
  return dir;
}

/** The address of a new database as version 31f4836 left it: see `31f4836/write-fixture.ts`. */
export async function restoreOldDatabase(): Promise<string> {
  const url = await createEmptyDatabaseUrl();
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const migrationsFolder = oldMigrations();
  try {
    await migrate(drizzle(sql), { migrationsFolder });
    await sql.unsafe(readFileSync(new URL("./31f4836/database.sql", import.meta.url), "utf8"));
  } finally {
    await sql.end();
    rmSync(migrationsFolder, { recursive: true, force: true });
  }
  return url;
}
