import { parseArgs } from "node:util";
import { z } from "zod";
import { connect } from "@/db/connect";
import { env } from "@/lib/env";
import { seedDemo } from "./demo";
import { loadBookings } from "./load-bookings";
import { seedScale } from "./scale";

/**
 * `npm run db:seed [-- --events N] [-- --bookings N] [-- --scale]`: the demo, then generated events until there are N,
 * and N bookings of past ones. `--scale`: 5,000 events, one of them with 50,000 bookings and 10,000 people waiting.
 */
const { values } = parseArgs({
  options: { events: { type: "string" }, bookings: { type: "string" }, scale: { type: "boolean", default: false } },
});
const number = z.coerce.number().int().positive().max(100_000_000).optional();
const events = number.safeParse(values.events);
const bookings = number.safeParse(values.bookings);
if (!events.success || !bookings.success) {
  console.error("--events and --bookings take a whole number, such as --events 5000.");
  process.exit(1);
}
process.env.LOG_LEVEL ??= "warn";
const began = performance.now();
const made = await seedDemo({ url: env.DATABASE_URL, events: values.scale ? 5_000 : events.data });
if (values.scale) {
  const { bookings, waiting } = await seedScale(env.DATABASE_URL);
  console.log(`${bookings} bookings, ${waiting} people waiting.`);
}
if (bookings.data) {
  const { sql, close } = connect(env.DATABASE_URL, { max: 1 });
  await loadBookings(sql, bookings.data);
  await close();
  console.log(`${bookings.data} bookings of past events.`);
}
console.log(`Made ${made.events} events in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
process.exit(0);
