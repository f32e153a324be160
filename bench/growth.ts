import { Redis } from "@upstash/redis";
import { connect } from "@/db/connect";
import { seedDemo } from "@/db/seed/demo";
import { loadBookings } from "@/db/seed/load-bookings";
import { type SeededChoices, seededChoices } from "@/db/seed/random";
import { reserve } from "@/lib/booking/reserve";
import { announceSalesChange } from "@/lib/events/sales-snapshot";
import { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { makeEvent } from "@/test/factories";
import { openDatabaseServer } from "./database-server";
import { type LocalServices, openLocalServices } from "./local-services";
import { atLeast, atMost, informational, type Metric } from "./metrics";
import { Samples } from "./samples";

const SMALL = 10_000;
const LARGE = 10_000_000;
const ROUNDS = 7;
const WARM_UPS = 2;
/**
 * After a checkpoint, the first change of each page of an index is logged in full. With few bookings that lasts for
 * a moment, with ten million for minutes. Both are measured well after a checkpoint, as nearly all of the time is.
 */
const SETTLE_SECONDS = 120;
const BUYERS = 64;
const EVENTS = 8;
const SECONDS = 4;
const RATIO = 0.9;

/** Reservations per second at ten million bookings, of those at ten thousand: two databases on one server, in turns. */
export async function growth(): Promise<Metric[]> {
  const { redis } = await openLocalServices("bench-growth-redis");
  const server = await openDatabaseServer("bench-growth");
  const small = await openSizedDatabase(await server.create("small"), redis, SMALL);
  const large = await openSizedDatabase(await server.create("large"), redis, LARGE);

  await small.rush(-WARM_UPS - 1, SECONDS);
  await large.rush(-WARM_UPS - 1, SETTLE_SECONDS);
  const rate = { small: new Samples(), large: new Samples() };
  for (let round = -WARM_UPS; round < ROUNDS; round += 1) {
    const now = { small: 0, large: 0 };
    // The order alternates, so that neither always pays for the other's checkpoint.
    for (const size of round % 2 === 0 ? (["small", "large"] as const) : (["large", "small"] as const)) {
      now[size] = await (size === "small" ? small : large).rush(round, SECONDS);
    }
    if (round < 0) continue;
    rate.small.add(now.small);
    rate.large.add(now.large);
  }
  const ratio = rate.large.ratioTo(rate.small);
  const metrics = [
    atLeast(`reservations/s at ${LARGE} bookings, of those at ${SMALL}`, ratio.median, "×", RATIO),
    ratio.spreadMetric("reservations/s, one of the other"),
    ...rate.small.toMetrics(`reservations/s at ${SMALL} bookings`, ""),
    ...rate.large.toMetrics(`reservations/s at ${LARGE} bookings`, ""),
    atMost("answers without a booking", small.refused() + large.refused(), "", 0),
    informational(`loading ${LARGE} bookings`, large.loadedInSeconds, "s"),
  ];
  await small.close();
  await large.close();
  await server.close();
  return metrics;
}

/** A database with so many bookings, and a manager as an instance has it. */
async function openSizedDatabase(url: string, { url: redisUrl, token }: LocalServices["redis"], bookings: number) {
  const { db, sql, close } = connect(url, { max: 10 });
  await seedDemo({ url });
  const began = performance.now();
  await loadBookings(sql, bookings);
  const loadedInSeconds = (performance.now() - began) / 1_000;
  console.error(`${bookings} bookings in ${Math.round(loadedInSeconds)} s`);
  // Flushes what loading left, so that it is not written during the measurement.
  await sql`checkpoint`;
  const people = await sql<{ id: number }[]>`select id::int from users where email like '%@loaded.example.com'`;
  const redis = new Redis({
    url: redisUrl,
    token,
    retry: false,
    signal: () => AbortSignal.timeout(1_000),
    enableTelemetry: false,
  });
  const onChange = (slug: string) => announceSalesChange(redis, slug);
  const manager = new BookingConcurrencyManager({ db, redis, onChange });
  let refused = 0;

  /** 64 buyers for some seconds, divided among new events: bookings per second. */
  async function rush(round: number, seconds: number) {
    const events = await Promise.all(Array.from({ length: EVENTS }, () => makeEvent(db, { capacity: 1_000_000 })));
    const until = performance.now() + seconds * 1_000;
    const outcomes = await Promise.all(
      Array.from({ length: BUYERS }, async (_, buyer) => {
        const choose = seededChoices((round + WARM_UPS + 1) * BUYERS + buyer);
        let booked = 0;
        while (performance.now() < until) booked += await buy(choose, events[buyer % EVENTS]);
        return booked;
      }),
    );
    return outcomes.reduce((sum, booked) => sum + booked, 0) / seconds;
  }

  async function buy(choose: SeededChoices, event: Awaited<ReturnType<typeof makeEvent>> | undefined) {
    const ticketTypeCode = event?.ticketTypes[0]?.code ?? "";
    const result = await reserve(manager, {
      eventId: event?.id ?? 0,
      userId: choose.pick(people).id,
      items: [{ ticketTypeCode, quantity: 1 }],
      idempotencyKey: crypto.randomUUID(),
    });
    if (result.ok) return 1;
    // Among so many people some are drawn twice.
    if (result.code !== "ALREADY_BOOKED" && result.code !== "BOOKING_IN_PROGRESS") refused += 1;
    return 0;
  }

  return { rush, loadedInSeconds, refused: () => refused, close };
}
