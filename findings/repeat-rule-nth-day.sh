#!/usr/bin/env bash
# Guess: the library that reads the hard repeat rules of iCalendar right (20MO, weeks by number, BYSETPOS in weeks) reads
#   those right, too, that an older one has no trouble with.
# rrule 2.8.1, rrule-temporal 2.2.8 and ical.js 2.2.1 (npm), Node 20, 2026-11-28: "yearly, on the 28th, if it is the
#   last Tuesday" is 28 December of some years in rrule and ical.js, as RFC 5545 has it: each part narrows the others.
#   rrule-temporal forgets the 28th and gives the last Tuesday of every year. The calendar that was read shows
#   dates that no other program shows, and nothing says so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund rrule@2.8.1 rrule-temporal@2.2.8 ical.js@2.2.1 >/dev/null
cat >look.mjs <<'JS'
import ICAL from "ical.js";
import rrule from "rrule";
import { RRuleTemporal } from "rrule-temporal";
const rule = "FREQ=YEARLY;BYMONTHDAY=28;BYDAY=-1TU;COUNT=4";
const days = (times) => times.map((time) => time.slice(0, 10)).join(" ");
const plain = rrule.rrulestr(`DTSTART:20261006T190000Z\nRRULE:${rule}`).all();
console.log(`rrule: ${days(plain.map((time) => time.toISOString()))}`);
const dtstart = { timeZoneId: "UTC", toString: () => "2026-10-06T19:00:00+00:00[UTC]" };
console.log(`rrule-temporal: ${days(new RRuleTemporal({ rruleString: `RRULE:${rule}`, dtstart }).all().map(String))}`);
const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString("2026-10-06T19:00:00"));
const times = [];
for (let next = iterator.next(); next && times.length < 4; next = iterator.next()) times.push(String(next));
console.log(`ical.js: ${days(times)}`);
JS
seen=$(node look.mjs)
echo "$seen"
expected="rrule: 2027-12-28 2032-12-28 2038-12-28 2049-12-28
rrule-temporal: 2026-12-29 2027-12-28 2028-12-26 2029-12-25
ical.js: 2027-12-28 2032-12-28 2038-12-28 2049-12-28"
[ "$seen" = "$expected" ] || { echo "this has changed" >&2; exit 1; }
