import { parseArgs } from "node:util";
import { z } from "zod";
import { env } from "@/lib/env";
import { seedDemo } from "./demo";

/** `npm run db:seed [-- --events N]`: the demo, then generated events until there are N. */
const { values } = parseArgs({ options: { events: { type: "string" } } });
const events = z.coerce.number().int().positive().max(10_000_000).optional().safeParse(values.events);
if (!events.success) {
  console.error("--events takes a whole number, such as --events 5000.");
  process.exit(1);
}
process.env.LOG_LEVEL ??= "warn";
const began = performance.now();
const made = await seedDemo({ url: env.DATABASE_URL, events: events.data });
console.log(`Made ${made.events} events in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
process.exit(0);
