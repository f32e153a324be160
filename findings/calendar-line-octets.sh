#!/usr/bin/env bash
# Guess: a package that writes calendar files (.ics) folds long lines as RFC 5545 asks, at 75 octets.
# ics 3.12.0 (npm), Node 20, 2026-11-28: it folds at 75 characters, so that a name in Japanese makes a line of 209
# octets. Readers that keep to the standard's limit cut such a line, in the middle of a character.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ics@3.12.0 >/dev/null
cat >look.cjs <<'JS'
const { createEvent } = require("ics");
for (const [script, title] of [["Latin", "Summer festival ".repeat(10)], ["Japanese", "東京の夏祭り".repeat(20)]]) {
  const { value } = createEvent({ title, start: [2027, 7, 4, 19, 0], duration: { hours: 2 }, uid: "a@example.com" });
  const longest = Math.max(...value.split("\r\n").map((line) => Buffer.byteLength(line)));
  console.log(`${script}: longest line ${longest} octets`);
}
JS
seen=$(node look.cjs)
echo "$seen"
expected="Latin: longest line 75 octets
Japanese: longest line 209 octets"
[ "$seen" = "$expected" ] || { echo "this has changed" >&2; exit 1; }
