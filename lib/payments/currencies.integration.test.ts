import { expect, test } from "vitest";
import { db, sql } from "@/db/client";
import { formatMoney } from "@/lib/money/format";
import { openTestBookings } from "@/test/booking";
import { beginToPay, readPaying } from "@/test/paying";
import { TestProvider } from "@/test/test-provider";
import { fulfil } from "./fulfil";
import { settleBooking } from "./settle";
import { refundByTeam } from "./team";

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });

/** Two tickets at this price in minor units, what of it is refunded first, and what people read. */
test.each([
  ["JPY", 3_000, 1_500, "¥6,000"],
  ["KWD", 4_250, 1_000, "KWD\u00a08.500"],
  ["HUF", 290_000, 90_000, "HUF\u00a05,800"],
  ["ISK", 5_500, 500, "ISK\u00a011,000"],
  ["UGX", 40_000, 10_000, "UGX\u00a080,000"],
  ["USD", 1_999, 1, "$39.98"],
])("%s is asked for, stored and refunded as it is priced", async (currency, price, part, text) => {
  const provider = new TestProvider();
  const deps = { manager: testBookings.manager, provider };
  const event = await testBookings.event({ paymentMethod: "online", currency, ticketTypes: [{ price }] });
  const { key, sessionId, reference, userId, bookingId } = await beginToPay(testBookings, provider, event, 2);
  const total = 2 * price;
  expect(formatMoney(total, currency)).toBe(text);
  expect(provider.sessions.get(sessionId)?.request).toMatchObject({
    ...{ amount: total, currency, key },
    lines: [{ quantity: 2, unitPrice: price }],
  });
  provider.act(sessionId, "authorize");
  expect(await fulfil(deps, key)).toEqual({ ok: true, status: "captured" });
  expect(
    await refundByTeam(testBookings.manager, { reference, actorId: userId, amount: part, note: "", key: "form" }),
  ).toEqual({ ok: true, amount: part, currency });
  expect(await settleBooking(deps, { eventId: event.id, bookingId })).toEqual({ isSettled: true, isAnswered: true });
  await testBookings.cancel({ reference, userId });
  await settleBooking(deps, { eventId: event.id, bookingId });
  expect(await readPaying(testBookings, reference)).toMatchObject({
    ...{ status: "cancelled", currency, totalPrice: total },
    payments: [{ amount: total, currency, capturedAmount: total, refundedAmount: total }],
    refunds: [
      { amount: part, status: "succeeded" },
      { amount: total - part, status: "succeeded" },
    ],
  });
  const made = provider.sessions.get(sessionId)?.payment;
  expect(made).toMatchObject({
    currency,
    capturedAmount: total,
    refunds: [{ amount: part }, { amount: total - part }],
  });
});
