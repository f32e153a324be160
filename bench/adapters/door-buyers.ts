import { Redis } from "@upstash/redis";
import { connect } from "@/db/connect";
import { announceSalesChange } from "@/lib/events/sales-snapshot";
import { answer } from "./answer";
import { openManager } from "./manager";
import { type OpenLoop, openLoop } from "./open-loop";

/** Buyers of one event at a fixed rate, as one instance of the application has them. */
const { DATABASE_URL = "", UPSTASH_REDIS_REST_URL: url = "", UPSTASH_REDIS_REST_TOKEN: token = "" } = process.env;
// As lib/redis/client has it.
const signal = () => AbortSignal.timeout(1_000);
const redis = new Redis({ url, token, retry: false, signal, enableTelemetry: false });
const onChange = (slug: string) => announceSalesChange(redis, slug);
const manager = await openManager({ db: connect(DATABASE_URL, { max: 10 }).db, redis, onChange });

type Rush = OpenLoop & { eventId: number; ticketTypeCode: string; people: { first: number; count: number } };

answer({
  press: async ({ eventId, ticketTypeCode, people, ...loop }: Rush) => {
    let next = 0;
    const { waits, results } = await openLoop(loop, async () => {
      if (next >= people.count) throw new Error("there were not enough people for this rush");
      const userId = people.first + next;
      next += 1;
      const items = [{ ticketTypeCode, quantity: 1 }];
      const result = await manager.reserve({ eventId, userId, items, idempotencyKey: crypto.randomUUID() });
      return result.ok;
    });
    return { waits, booked: results.filter(Boolean).length, refused: results.filter((isBooked) => !isBooked).length };
  },
});
