import { sql as sqlText } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, sql } from "@/db/client";
import { settleBooking } from "@/lib/payments/settle";
import { openTestBookings } from "@/test/booking";
import { openPaidBookings } from "@/test/paid-bookings";
import { eventInsights } from "./event-insights";
import { organizerInsights } from "./organizer-insights";

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });
const { event: onlineEvent, pay, begin, deps } = openPaidBookings(testBookings);

test("takings are what was captured, refunded and charged, by the event's days", async () => {
  const event = await onlineEvent({ timeZone: "Pacific/Auckland", capacity: 20 });
  await begin(event);
  const [kept, cancelled] = [await pay(event, 1), await pay(event, 2)];
  await testBookings.cancel(cancelled);
  await settleBooking(deps, cancelled);
  await db.execute(
    sqlText`update payments set fee = 50, fee_currency = 'EUR' where event_id = ${event.id} and status = 'captured'`,
  );
  const find = (insights: Awaited<ReturnType<typeof eventInsights>>) => insights.find(({ id }) => id === "takings");
  const own = find(await eventInsights(event));
  expect(own?.summary).toBe("€57 was paid. €38 of it was refunded. Fees were €1. That leaves €18.");
  expect(own?.rows.at(-1)?.at(-1)).toBe(1_800);
  expect(own?.columns.map(({ label }) => label).slice(1)).toEqual(["Taken", "Refunded", "Fees", "Net"]);
  expect(find(await organizerInsights([event.organizerId], null))?.summary).toBe(own?.summary);
  await db.execute(
    sqlText`update payments set created_at = now() - interval '40 days' where booking_id = ${kept.bookingId}`,
  );
  const lately = await organizerInsights([event.organizerId], new Date(Date.now() - 30 * 86_400_000));
  expect(find(lately)?.summary).toBe("€38 was paid. €38 of it was refunded. Fees were €0.50. That leaves -€0.50.");
});

test("an event without payments has none", async () => {
  const event = await onlineEvent();
  await testBookings.hold(event, 1);
  expect((await eventInsights(event)).map(({ id }) => id)).not.toContain("takings");
});
