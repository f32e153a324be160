import { sql as sqlText } from "drizzle-orm";
import { beforeEach, expect, it, vi } from "vitest";
import { db, sql } from "@/db/client";
import { getMemberships } from "@/lib/access/memberships";
import { fulfil } from "@/lib/payments/fulfil";
import { settleBooking } from "@/lib/payments/settle";
import { openTestBookings } from "@/test/booking";
import { makeMember } from "@/test/factories";
import { openPaidBookings } from "@/test/paid-bookings";
import { listOrganizerAlerts } from "./overview";

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });
const { event: onlineEvent, begin, pay, provider, deps } = openPaidBookings(testBookings);

beforeEach(() => {
  for (const level of ["info", "warn"] as const) vi.spyOn(console, level).mockImplementation(() => {});
});

it("payments that need a person are an alert of their event, for its own team only", async () => {
  const { organizerId, userId } = await makeMember(db);
  const other = await makeMember(db);
  const event = await onlineEvent({ organizerId, capacity: 20 });
  const alertsOf = async (member: number) =>
    (await listOrganizerAlerts(await getMemberships(member))).filter(({ kind }) => kind === "payments");
  const disputed = await pay(event, 1);
  const waiting = await begin(event, 1);
  const cancelled = await pay(event, 1);
  await testBookings.cancel(cancelled);
  await settleBooking(deps, cancelled);
  expect(await alertsOf(userId)).toEqual([]);

  provider.dispute(disputed.sessionId);
  await fulfil(deps, disputed);
  await db.execute(
    sqlText`update payments set created_at = now() - interval '2 hours' where booking_id = ${waiting.bookingId}`,
  );
  await db.execute(sqlText`update refunds set status = 'failed' where booking_id = ${cancelled.bookingId}`);
  expect(await alertsOf(userId)).toMatchObject([{ kind: "payments", slug: event.slug, count: 3 }]);
  expect(await alertsOf(other.userId)).toEqual([]);
});
