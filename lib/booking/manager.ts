import { db } from "@/db/client";
import { afterResponse } from "@/lib/after-response";
import { env } from "@/lib/env";
import { announceSalesChange } from "@/lib/events/sales-snapshot";
import { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { relayOutbox } from "@/lib/outbox/relay";
import { perProcess } from "@/lib/per-process";
import { redis } from "@/lib/redis/client";

/** The manager of this process. */
export const bookingManager = perProcess(
  "bookingManager",
  () =>
    new BookingConcurrencyManager({
      db,
      redis,
      // Leaves connections for pages, however many events are written to at once.
      maxTransactions: Math.max(1, Math.floor(env.DATABASE_POOL_MAX / 2)),
      onCommit: (outboxIds) => afterResponse(() => relayOutbox(outboxIds)),
      onChange: (slug) => announceSalesChange(redis, slug),
    }),
);
