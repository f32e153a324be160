import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { db, sql } from "@/db/client";
import { auditLog, bookings, refunds } from "@/db/schema";
import { openTestBookings } from "@/test/booking";
import { openPaidBookings } from "@/test/paid-bookings";
import { recordVenuePayment, refundByTeam } from "./team";

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });
const { event: onlineEvent, pay } = openPaidBookings(testBookings);
const { manager } = testBookings;

beforeEach(() => {
  for (const level of ["info", "warn"] as const) vi.spyOn(console, level).mockImplementation(() => {});
});

test("a refund of several payments is made once for each key, one after another and at once", async () => {
  const { reference, bookingId } = await pay(await onlineEvent());
  // The booking costs more than was paid, as after a change of ticket types.
  await db.update(bookings).set({ totalPrice: 5_000 }).where(eq(bookings.id, bookingId));
  const actorId = await testBookings.user();
  expect(await recordVenuePayment(manager, { reference, actorId })).toMatchObject({ ok: true, amount: 1_200 });
  const ask = (key: string, amount: number) =>
    refundByTeam(manager, { reference, actorId, amount, note: "Sorry.", key });
  const amounts = async () =>
    (await db.select().from(refunds).where(eq(refunds.bookingId, bookingId)).orderBy(refunds.id)).map(
      ({ amount }) => amount,
    );
  const done = { ok: true, amount: 3_800, currency: "EUR" };
  expect(await ask("first", 3_800)).toEqual(done);
  expect(await ask("first", 3_800)).toEqual(done);
  expect(await amounts()).toEqual([3_800]);
  const both = await Promise.all([ask("second", 700), ask("second", 700), ask("second", 700)]);
  expect(both.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(await amounts()).toEqual([3_800, 700]);
  expect(await ask("third", 501)).toEqual({ ok: false, code: "TOO_MUCH", left: 500, currency: "EUR" });
  expect(await ask("third", 500)).toMatchObject({ ok: true });
  expect(await ask("fourth", 1)).toEqual({ ok: false, code: "NOTHING_TO_REFUND" });
  const entries = await db.select().from(auditLog).where(eq(auditLog.bookingId, bookingId));
  expect(entries.filter(({ action }) => action === "payment.refund-requested")).toHaveLength(3);
});
