#!/usr/bin/env bash
# Guess: when a connection of a database pool is reset, what was asked on it fails, and the next question goes over a
#   new connection. At worst it takes one time-out.
# postgres 3.4.9 (npm), Node 20, 2026-11-28: a query that is asked after the socket's "error" and before its "close" (in a
#   setImmediate, say) is neither refused nor sent again, and is taken for the one in flight on the next connection. The
#   pool of one has connected again and answers nothing any more, without an error or a time-out, for ever.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund postgres@3.4.9 >/dev/null
cat >look.mjs <<'JS'
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";

// As much of a PostgreSQL server as is needed: lets everybody in, answers simple queries, and resets its first connection.
const ready = Buffer.from("5a0000000549", "hex");
const welcome = Buffer.concat([Buffer.from("520000000800000000", "hex"), ready]);
const answer = Buffer.concat([Buffer.from("430000000d53454c454354203100", "hex"), ready]);
let connections = 0;
const server = createServer((socket) => {
  connections += 1;
  const isFirst = connections === 1;
  let received = 0;
  socket.on("error", () => {});
  socket.on("data", (data) => {
    received += 1;
    if (received === 1) return socket.write(welcome);
    if (isFirst && received > 3) return socket.resetAndDestroy();
    for (const byte of data) if (byte === "Q".charCodeAt(0)) socket.write(answer);
  });
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const options = { max: 1, fetch_types: false, connect_timeout: 1, backoff: () => 0.1 };
const sql = postgres(`postgres://x@127.0.0.1:${server.address().port}/x`, options);

let waiting = 0;
let answered = 0;
async function ask() {
  waiting += 1;
  await sql.unsafe("select 1").simple().then(() => (answered += 1), () => {});
  waiting -= 1;
}
// One question after the other: in every turn of the event loop, or by a timer.
const asksInEveryTurn = process.argv[2] === "immediate";
const until = Date.now() + 300;
while (Date.now() < until) {
  if (waiting < 3) void ask();
  await (asksInEveryTurn ? new Promise(setImmediate) : sleep(2));
}
await sleep(1_000);
answered = 0;
void ask();
await sleep(3_000);
console.log(`${process.argv[2]}: ${connections} connections, ${answered} answered afterwards, ${waiting} waiting`);
process.exit();
JS
seen=$(node look.mjs timer; node look.mjs immediate)
echo "$seen"
expected="timer: 2 connections, 1 answered afterwards, 0 waiting
immediate: 2 connections, 0 answered afterwards, 4 waiting"
[ "$seen" = "$expected" ] || { echo "this has changed" >&2; exit 1; }
