import type { EventForTeam } from "@/lib/access/event-for-team";
import { downloadSheets, exportFormat } from "@/lib/export/download";
import { buildEventSheets, exportKind } from "@/lib/export/sheets";

/** Reads a download of an event's attendees to its end, at a reader's speed, and prints the memory it used. */
const [event = "{}", format = "csv"] = process.argv.slice(2);
const given: EventForTeam = JSON.parse(event);

async function read(what: string) {
  const sheets = await buildEventSheets(given, exportKind.parse(what), {});
  const { body } = await downloadSheets(sheets, exportFormat.parse(format), "attendees");
  let bytes = 0;
  let lines = 0;
  if (!body) throw new Error("nothing to read");
  for await (const chunk of body) {
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) lines += 1;
  }
  return { bytes, lines };
}

// Loads and compiles the libraries first, as in a server that has run for a while.
await read("waitlist");
globalThis.gc?.();
const before = process.memoryUsage().rss;
let peak = before;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 5);
const { bytes, lines } = await read("attendees");
clearInterval(watch);
process.stdout.write(
  JSON.stringify({ bytes, lines, megabytes: (Math.max(peak, process.memoryUsage().rss) - before) / 1e6 }),
);
process.exit(0);
