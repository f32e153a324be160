import { db } from "@/db/client";
import { afterResponse } from "@/lib/after-response";
import { relayOutbox } from "@/lib/outbox/relay";
import { redis } from "@/lib/redis/client";
import { BookingConcurrencyManager } from "./concurrency";

/** The manager of this process. */
export const bookingManager = new BookingConcurrencyManager({
  db,
  redis,
  onCommit: (outboxIds) => afterResponse(() => relayOutbox(outboxIds)),
});
