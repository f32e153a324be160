#!/usr/bin/env bash
# Guess: a migration tool that knows how to take the expression off a generated column also knows that only then it can
#   be given a default, so that "generated" can be exchanged for "written by the application, '' until it is".
# Seen on 2026-11-29 with drizzle-kit 0.31.11, drizzle-orm 0.45.4 and @electric-sql/pglite 0.5.17 from npm:
#   both statements are generated, in the order that PostgreSQL refuses: SET DEFAULT on a column that is still generated.
#   In the other order they run, and rows keep what was generated for them.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund drizzle-kit@0.31.11 drizzle-orm@0.45.4 @electric-sql/pglite@0.5.17 >/dev/null 2>&1
schema() {
  cat >schema.ts <<TS
import { sql } from "drizzle-orm";
import { pgTable, text } from "drizzle-orm/pg-core";
export const events = pgTable("events", { name: text("name").notNull(), search: text("search").notNull()$1 });
TS
  npx drizzle-kit generate --dialect postgresql --schema schema.ts --out migrations --name "$2" >/dev/null
}
schema '.generatedAlwaysAs(sql`upper(name)`)' before
schema '.default("")' after
cat >run.mjs <<'JS'
import { readdirSync, readFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
const statements = (name) =>
  readFileSync(`migrations/${readdirSync("migrations").find((file) => file.endsWith(`${name}.sql`))}`, "utf8")
    .split("--> statement-breakpoint")
    .map((statement) => statement.trim());
async function migrate(after) {
  const db = new PGlite();
  for (const statement of statements("before")) await db.exec(statement);
  await db.exec("insert into events (name) values ('jazz')");
  try {
    for (const statement of after) await db.exec(statement);
  } catch (error) {
    return error.message;
  }
  await db.exec("insert into events (name) values ('soul')");
  return JSON.stringify((await db.query("select search from events order by name")).rows);
}
const generated = statements("after");
for (const statement of generated) console.log(statement);
console.log("as generated:", await migrate(generated));
console.log("the other way round:", await migrate(generated.toReversed()));
JS
node run.mjs | tee seen
diff seen - <<'SEEN'
ALTER TABLE "events" ALTER COLUMN "search" SET DEFAULT '';
ALTER TABLE "events" ALTER COLUMN "search" DROP EXPRESSION;
as generated: column "search" of relation "events" is a generated column
the other way round: [{"search":"JAZZ"},{"search":""}]
SEEN
