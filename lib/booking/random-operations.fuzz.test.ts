import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { bookings } from "@/db/schema";
import { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { convertWaitlist } from "@/lib/waitlist/convert";
import { joinWaitlist } from "@/lib/waitlist/join";
import { leaveWaitlist } from "@/lib/waitlist/leave";
import { expectCleanInventory, openTestBookings } from "@/test/booking";
import { makePeople } from "@/test/factories";
import { seededRandom } from "@/test/random";
import { addGuest } from "./add-guest";
import { cancel } from "./cancel";
import { changeTicketType } from "./change-ticket-type";
import { confirm } from "./confirm";
import { expireHold } from "./holds";
import { reserve } from "./reserve";
import { changeCapacity } from "./seat-counters";
import { undoTicketTypeChange } from "./undo-ticket-type-change";

const OPERATIONS = 1_500;
const WORKERS = 8;
const USERS = 40;
/** Set this to the printed seed to repeat a failed run. */
const SEED = Number(process.env.QUORIX_TEST_SEED ?? Date.now() % 1_000_000);

test(`1,500 random operations from 8 workers keep the inventory (seed ${SEED})`, { timeout: 120_000 }, async () => {
  const testBookings = await openTestBookings();
  const random = seededRandom(SEED);
  const events = await Promise.all([
    testBookings.event({ capacity: 12, ticketTypes: [{ quota: 8 }, { price: 900, quota: 6 }] }),
    testBookings.event({ capacity: 6, ticketTypes: [{ price: 2_500 }] }),
    testBookings.event({ capacity: 9, ticketTypes: [{}, { quota: 3 }] }),
  ]);
  const userRows = Array.from({ length: USERS }, (_, at) => ({ name: `User ${at}`, email: `user-${at}@quorix.test` }));
  const userIds = await makePeople(testBookings.db, userRows);
  const actorId = userIds[0] ?? 0;

  let minutes = 0;
  const now = () => new Date(testBookings.now().getTime() + minutes * 60_000);
  // Two instances: each batches its own requests, and the row lock serializes them.
  const managers = [1, 2].map(() => new BookingConcurrencyManager({ db: testBookings.db, redis: null, now }));
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[random(from.length)];
    if (picked === undefined) throw new Error("nothing to pick from");
    return picked;
  };
  const anyBooking = async () => {
    const [booking] = await testBookings.db.select().from(bookings).orderBy(sql`random()`).limit(1);
    return booking;
  };

  const operations = {
    reserve: async () => {
      const event = pick(events);
      const items = event.ticketTypes.map((type) => ({ ticketTypeCode: type.code, quantity: random(3) }));
      return reserve(pick(managers), {
        eventId: event.id,
        userId: pick(userIds),
        items,
        idempotencyKey: crypto.randomUUID(),
      });
    },
    confirm: async () => {
      const booking = await anyBooking();
      const event = events.find((candidate) => candidate.id === booking?.eventId);
      if (!booking || !event) return;
      const items = await testBookings.sql<{ code: string; quantity: number }[]>`
        select t.code, i.quantity from booking_items i join ticket_types t on t.id = i.ticket_type_id
        where i.booking_id = ${booking.id}`;
      const holders = items.flatMap((item) =>
        Array.from({ length: item.quantity }, () => ({ ticketTypeCode: item.code, name: "Holder" })),
      );
      return confirm(pick(managers), { reference: booking.reference, userId: booking.userId, holders });
    },
    cancel: async () => {
      const booking = await anyBooking();
      return booking && cancel(pick(managers), { reference: booking.reference, actor: { userId: booking.userId } });
    },
    expire: async () => {
      const booking = await anyBooking();
      return booking && expireHold(pick(managers), { bookingId: booking.id });
    },
    join: () =>
      joinWaitlist(pick(managers), {
        eventId: pick(events).id,
        userId: pick(userIds),
        quantity: 1 + random(4),
        acceptFewer: random(2) === 0,
        ticketTypeCode: null,
      }),
    leave: () => leaveWaitlist(pick(managers), { eventId: pick(events).id, userId: pick(userIds) }),
    convert: () => convertWaitlist(pick(managers), { eventId: pick(events).id }),
    addGuest: () => {
      const event = pick(events);
      return addGuest(pick(managers), {
        eventId: event.id,
        actorId,
        name: "Guest",
        email: `user-${random(USERS * 2)}@quorix.test`,
        ticketTypeCode: pick(event.ticketTypes).code,
        quantity: 1 + random(3),
        isFree: random(2) === 0,
        sendsMail: true,
        idempotencyKey: crypto.randomUUID(),
      });
    },
    moveTicketType: async () => {
      const booking = await anyBooking();
      const event = events.find((candidate) => candidate.id === booking?.eventId);
      if (!booking || !event) return;
      const { reference, eventId } = booking;
      return changeTicketType(pick(managers), { eventId, reference, actorId, to: pick(event.ticketTypes).code });
    },
    undoMove: async () => {
      const booking = await anyBooking();
      return (
        booking &&
        undoTicketTypeChange(pick(managers), { eventId: booking.eventId, reference: booking.reference, actorId })
      );
    },
    capacity: () => changeCapacity(pick(managers), { eventId: pick(events).id, capacity: 4 + random(12), actorId }),
    letTimePass: async () => {
      minutes += random(12);
    },
  };
  const names = Object.keys(operations) as (keyof typeof operations)[];
  const weighted: (keyof typeof operations)[] = [
    ...names,
    "reserve",
    "reserve",
    "reserve",
    "confirm",
    "letTimePass",
    "letTimePass",
    "join",
  ];

  let done = 0;
  const worker = async () => {
    while (done < OPERATIONS) {
      done += 1;
      await operations[pick(weighted)]();
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));

  await expectCleanInventory(testBookings.db);
  for (const event of events) {
    await convertWaitlist(pick(managers), { eventId: event.id });
    expect(await testBookings.counters(event)).toMatchObject({ waitlist: 0 });
  }
  await expectCleanInventory(testBookings.db);
  const [made] = await testBookings.sql<{ count: number; statuses: number }[]>`
    select count(*)::int, count(distinct status)::int as statuses from bookings`;
  expect(made?.count).toBeGreaterThan(50);
  expect(made?.statuses).toBe(4);
  await testBookings.close();
});
