import { Redis } from "@upstash/redis";
import { connect } from "@/db/connect";
import { type ReserveInput, reserve } from "@/lib/booking/reserve";
import { announceSalesChange } from "@/lib/events/sales-snapshot";
import { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { type BurstOrder, type BurstOutcome, burstOrderSchema } from "./burst";
import { openPool, reserve as referenceReserve } from "./reference/reserve";

/** One process of buyers, on the engine or on the flow it is measured against: executes the commands of its parent. */
const [flow = "", databaseUrl = "", redisUrl = "", token = ""] = process.argv.slice(2);

// As lib/redis/client has it.
const redis = new Redis({
  url: redisUrl,
  token,
  retry: false,
  signal: () => AbortSignal.timeout(1_000),
  enableTelemetry: false,
});

function bookingFlow(): (input: ReserveInput) => Promise<string> {
  if (flow === "reference") {
    const sql = openPool(databaseUrl);
    return (input) => referenceReserve(sql, redis, input);
  }
  const onChange = (slug: string) => announceSalesChange(redis, slug);
  const manager = new BookingConcurrencyManager({ db: connect(databaseUrl, { max: 10 }).db, redis, onChange });
  return async (input) => {
    const result = await reserve(manager, input);
    return result.ok ? "BOOKED" : result.code;
  };
}

const book = bookingFlow();

let warnings = 0;
console.warn = () => {
  warnings += 1;
};

/** A closed loop: each of the buyers presses Reserve, and the next buyer follows once it is answered. */
async function runBurst({
  eventId,
  ticketTypeCode,
  people,
  buyers,
  warmUpMs,
  measuredMs,
}: BurstOrder): Promise<BurstOutcome> {
  const from = performance.now() + warmUpMs;
  const until = from + measuredMs;
  const outcome: BurstOutcome = { booked: 0, refused: {}, warnings: 0, waits: [] };
  let next = 0;
  warnings = 0;
  async function buyer() {
    while (performance.now() < until && next < people.count) {
      const userId = people.first + next;
      next += 1;
      const pressed = performance.now();
      const items = [{ ticketTypeCode, quantity: 1 }];
      const code = await book({ eventId, userId, items, idempotencyKey: crypto.randomUUID() }).catch(String);
      const answered = performance.now();
      if (code !== "BOOKED") {
        outcome.refused[code] = (outcome.refused[code] ?? 0) + 1;
        continue;
      }
      outcome.booked += 1;
      if (answered >= from && answered < until) outcome.waits.push(answered - pressed);
    }
  }
  await Promise.all(Array.from({ length: buyers }, buyer));
  if (next >= people.count) throw new Error("there were not enough people for this round");
  return { ...outcome, warnings };
}

process.on("message", async (message) => process.send?.(await runBurst(burstOrderSchema.parse(message))));
process.once("disconnect", () => process.exit(0));
process.send?.("ready");
