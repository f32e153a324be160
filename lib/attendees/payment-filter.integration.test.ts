import { expect, it } from "vitest";
import { db, sql } from "@/db/client";
import { recordVenuePayment, refundByTeam } from "@/lib/payments/team";
import { openTestBookings } from "@/test/booking";
import { getBookingsPage } from "./bookings-list";
import { parseAttendeeSearch } from "./search-schema";

const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });

it("finds bookings by whether they are paid for, and says what was taken and refunded", async () => {
  const event = await testBookings.event({ capacity: 40, ticketTypes: [{ price: 1_900 }] });
  const actorId = await testBookings.user();
  const { manager } = testBookings;
  const book = async () => (await testBookings.book(event, 1)).reference;
  const [unpaid, paid, partly, refunded] = [await book(), await book(), await book(), await book()];
  for (const reference of [paid, partly, refunded]) await recordVenuePayment(manager, { reference, actorId });
  const refund = (reference: string, amount: number) =>
    refundByTeam(manager, { reference, actorId, amount, note: "Sorry.", key: crypto.randomUUID() });
  await refund(partly, 400);
  await refund(refunded, 1_900);

  const find = async (payment: string) => {
    const search = parseAttendeeSearch({ payment, sort: "booked" });
    if (search.view !== "bookings") throw new Error("not of bookings");
    return (await getBookingsPage(event.id, search, null)).rows;
  };
  const references = async (payment: string) => (await find(payment)).map(({ reference }) => reference).toSorted();
  expect(await references("unpaid")).toEqual([unpaid]);
  expect(await references("paid")).toEqual([paid, partly].toSorted());
  expect(await references("refunded")).toEqual([partly, refunded].toSorted());
  expect(await references("nonsense")).toHaveLength(4);
  expect((await find("refunded")).find(({ reference }) => reference === partly)).toMatchObject({
    taken: 1_900,
    refunded: 400,
  });
});
