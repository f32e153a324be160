import { parseArgs } from "node:util";
import { z } from "zod";
import { env } from "@/lib/env";
import { seedDemo } from "./demo";
import { seedScale } from "./scale";

/**
 * `npm run db:seed [-- --events N] [-- --scale]`: the demo, then generated events until there are N. `--scale`: 5,000
 * events, one of them with 50,000 bookings and 10,000 people waiting.
 */
const { values } = parseArgs({ options: { events: { type: "string" }, scale: { type: "boolean", default: false } } });
const events = z.coerce.number().int().positive().max(10_000_000).optional().safeParse(values.events);
if (!events.success) {
  console.error("--events takes a whole number, such as --events 5000.");
  process.exit(1);
}
process.env.LOG_LEVEL ??= "warn";
const began = performance.now();
const made = await seedDemo({ url: env.DATABASE_URL, events: values.scale ? 5_000 : events.data });
if (values.scale) {
  const { bookings, waiting } = await seedScale(env.DATABASE_URL);
  console.log(`${bookings} bookings, ${waiting} people waiting.`);
}
console.log(`Made ${made.events} events in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
process.exit(0);
