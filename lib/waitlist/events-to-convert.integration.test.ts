import { addDays, addHours, subDays, subHours } from "date-fns";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { makeEvent } from "@/test/factories";
import { findEventsToConvert } from "./events-to-convert";

test("the sweep finds events on sale with reserved seats: upcoming ones, and running ones over several days", async () => {
  const now = new Date();
  const reservedEvent = async (startsAt: Date, endsAt: Date, more = {}) =>
    (await makeEvent(db, { startsAt, endsAt, capacity: 5, availableTickets: 0, waitlistTickets: 5, ...more })).id;
  const selling = [
    await reservedEvent(addDays(now, 1), addDays(now, 2)),
    await reservedEvent(subDays(now, 3), addDays(now, 3)),
    await reservedEvent(subHours(now, 1), addHours(now, 2), { salesEndAt: addHours(now, 1) }),
  ];
  await reservedEvent(subDays(now, 3), subDays(now, 1));
  await reservedEvent(subHours(now, 1), addHours(now, 2));
  await reservedEvent(addDays(now, 1), addDays(now, 2), { salesEndAt: subHours(now, 1) });
  expect((await findEventsToConvert()).toSorted((a, b) => a - b)).toEqual(selling);

  const found = new Set<number>();
  for (let sweeps = 0; sweeps < 200 && found.size < selling.length; sweeps += 1) {
    const some = await findEventsToConvert(1);
    expect(some).toHaveLength(1);
    for (const id of some) found.add(id);
  }
  expect(
    [...found].toSorted((a, b) => a - b),
    "in the end each has its turn",
  ).toEqual(selling);
});
