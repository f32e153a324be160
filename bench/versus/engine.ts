import { startBuyers } from "@/bench/buyers";
import type { HotEvent, HotEvents } from "@/bench/hot-event";
import { percentile } from "@/bench/metrics";
import type { Comparison } from "./comparison";

const DURATIONS = { buyers: 256, warmUpMs: 500, measuredMs: 2_500 };
/** More than any round can sell. */
const PEOPLE = 60_000;

/** The engine bench's 256 buyers on one event, in one process. */
export const engine: Comparison = {
  name: "engine",
  values: {
    rate: { name: "engine", unit: "bookings/s", bar: { atLeast: 0.97 } },
    p99: { name: "engine: p99", unit: "ms" },
  },
  open: (sides, { redis }) =>
    Promise.all(
      sides.map(async (side) => {
        const adapter = await side.adapter("engine", { PEOPLE: String(PEOPLE) });
        const buyers = await startBuyers("engine", { redis }, side.databaseUrl, { dir: side.dir });
        return {
          pids: buyers.pids,
          async round() {
            const { event, people } = await adapter.call<{ event: HotEvent; people: HotEvents["people"] }>("open");
            const rush = await buyers.rush(event, people, DURATIONS);
            const kept = await adapter.call<number>("bookingsOf", event.eventId);
            const refused = Object.values(rush.refused).reduce((sum, times) => sum + times, 0);
            if (refused > 0) console.error(`Answers of ${side.name} without a booking:`, rush.refused);
            return {
              values: { rate: rush.perSecond, p99: percentile(rush.waits, 99) },
              answered: rush.booked,
              failed: refused + Math.abs(kept - rush.booked),
            };
          },
          close() {
            adapter.close();
            buyers.stop();
          },
        };
      }),
    ),
};
