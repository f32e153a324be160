import { addDays, addMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { sql as client, db } from "@/db/client";
import { bookingItems, bookings, tickets, waitlistEntries } from "@/db/schema";
import { makeEvent, makeMember, makeUser, ticketHolder } from "@/test/factories";
import { seededRandom } from "@/test/random";
import { eventInsights } from "./event-insights";
import type { Insight } from "./insight";

afterAll(() => client.end());

type Event = Awaited<ReturnType<typeof makeEvent>>;
type Status = "pending" | "confirmed" | "cancelled" | "expired";
type Given = {
  status: Status;
  source?: "checkout" | "waitlist" | "organizer";
  type?: number;
  quantity: number;
  bookedAt: Date;
  confirmedAt?: Date | null;
  cancelledAt?: Date | null;
  scanned?: number;
};

/** A booking as it would be found, past the manager: its moments are what is tested. */
async function put(event: Event, given: Given) {
  const user = await makeUser(db);
  const type = event.ticketTypes[given.type ?? 0];
  if (!type) throw new Error("no such ticket type");
  const [booking] = await db
    .insert(bookings)
    .values({
      reference: crypto.randomUUID().slice(0, 10).toUpperCase(),
      eventId: event.id,
      userId: user.id,
      status: given.status,
      numberOfTickets: given.quantity,
      totalPrice: given.quantity * type.price,
      currency: event.currency,
      source: given.source ?? "checkout",
      idempotencyKey: crypto.randomUUID(),
      bookedAt: given.bookedAt,
      expiresAt: addMinutes(given.bookedAt, 10),
      confirmedAt: given.confirmedAt ?? null,
      cancelledAt: given.cancelledAt ?? null,
    })
    .returning({ id: bookings.id });
  if (!booking) throw new Error("no booking");
  await db
    .insert(bookingItems)
    .values({ bookingId: booking.id, ticketTypeId: type.id, quantity: given.quantity, unitPrice: type.price });
  if (!given.confirmedAt) return;
  await db.insert(tickets).values(
    Array.from({ length: given.quantity }, (_, at) => ({
      bookingId: booking.id,
      eventId: event.id,
      ticketTypeId: type.id,
      code: crypto.randomUUID(),
      ...ticketHolder("Ada"),
      status: given.status === "confirmed" ? ("valid" as const) : ("void" as const),
      checkedInAt: at < (given.scanned ?? 0) ? event.startsAt : null,
    })),
  );
}

async function insightsOf(event: Event, now?: Date) {
  const all = await eventInsights(event, now);
  return (id: string): Insight => {
    const found = all.find((insight) => insight.id === id);
    if (!found) throw new Error(`no insight ${id} among ${all.map((one) => one.id)}`);
    return found;
  };
}

const valuesOf = (insight: Insight) => insight.rows.map((row) => row.slice(1));

/** The day of a moment as a zone's calendar shows it. */
function dayIn(at: Date, timeZone: string) {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(at);
}

describe("an event without bookings", () => {
  it("says so, and draws nothing", async () => {
    const get = await insightsOf(await makeEvent(db));
    expect(get("sales")).toMatchObject({ summary: "Nothing has been sold yet.", chart: null, rows: [] });
    for (const id of ["pace", "ticket-types", "sources", "funnel", "attendance", "waitlist", "cancellations"]) {
      expect(get(id).chart, id).toBeNull();
    }
  });
});

describe("an event with one booking", () => {
  it("is in the singular, on the day of its own zone", async () => {
    const event = await makeEvent(db, { timeZone: "Pacific/Auckland", ticketTypes: [{ price: 1250 }] });
    // Half past eleven in the evening of the 3rd in London is the 4th in Auckland.
    const at = new Date("2026-05-03T22:30:00Z");
    await put(event, { status: "confirmed", quantity: 1, bookedAt: at, confirmedAt: at });
    const get = await insightsOf(event, addMinutes(at, 1));
    expect(get("sales").summary).toBe("1 ticket was sold in 1 booking.");
    expect(get("sales").rows).toEqual([["2026-05-04T10:00", 1, 1, 0, 1]]);
    expect(get("revenue").rows).toEqual([["2026-05-04T10:00", 1250, 0, 1250]]);
    expect(get("revenue").summary).toBe("€12.50 was sold, and nothing was cancelled.");
  });
});

describe("a free event", () => {
  it("has no revenue to speak of", async () => {
    const event = await makeEvent(db);
    const at = addDays(new Date(), -1);
    await put(event, { status: "confirmed", quantity: 2, bookedAt: at, confirmedAt: at });
    const all = await eventInsights(event);
    expect(all.map(({ id }) => id)).not.toContain("revenue");
    expect(JSON.stringify(all)).not.toContain('"money"');
  });
});

describe("a cancelled event", () => {
  it("sold what it sold, and nothing stands", async () => {
    const event = await makeEvent(db, { status: "cancelled", ticketTypes: [{ price: 500 }] });
    const [sold, cancelled] = [addDays(new Date(), -9), addDays(new Date(), -2)];
    for (const quantity of [1, 2]) {
      await put(event, { status: "cancelled", quantity, bookedAt: sold, confirmedAt: sold, cancelledAt: cancelled });
    }
    const get = await insightsOf(event);
    expect(get("sales").rows.at(-1)?.at(-1)).toBe(0);
    expect(get("revenue").summary).toBe("€15 was sold and €15 of it cancelled, leaving €0.");
    expect(get("sources").summary).toBe("There are no bookings.");
    expect(get("cancellations").summary).toMatch(
      /^3 tickets were cancelled, 100% of those sold\. That’s €15 in ticket sales\./,
    );
  });
});

describe("many bookings of every kind", () => {
  it("are counted as counting them one by one does", async () => {
    const below = seededRandom(7);
    const pick = <T>(list: readonly T[]): T => {
      const one = list[below(list.length)];
      if (one === undefined) throw new Error("an empty list");
      return one;
    };
    const startsAt = new Date("2026-06-20T18:10:00Z");
    const event = await makeEvent(db, {
      startsAt,
      timeZone: "Asia/Kathmandu",
      capacity: 1_000,
      ticketTypes: [
        { name: "Floor", price: 1999 },
        { name: "Balcony", price: 3500 },
        { name: "Guest", price: 0 },
      ],
    });
    const given: (Given & { type: number; source: "checkout" | "waitlist" | "organizer" })[] = [];
    for (let index = 0; index < 100; index += 1) {
      const status = pick(["pending", "confirmed", "confirmed", "confirmed", "cancelled", "expired"] as const);
      const bookedAt = addMinutes(startsAt, -below(60 * 24 * 60) - 200);
      const wasSold = status === "confirmed" || (status === "cancelled" && below(10) > 2);
      const quantity = 1 + below(4);
      given.push({
        status,
        source: pick(["checkout", "waitlist", "organizer"] as const),
        type: below(3),
        quantity,
        bookedAt,
        confirmedAt: wasSold ? addMinutes(bookedAt, 3) : null,
        cancelledAt: status === "cancelled" ? addMinutes(bookedAt, below(60 * 24 * 30)) : null,
        scanned: below(quantity + 1),
      });
    }
    for (const one of given) await put(event, one);
    const get = await insightsOf(event, addDays(startsAt, 30));
    const sum = (rows: typeof given, amountOf: (row: (typeof given)[number]) => number) =>
      rows.reduce((total, row) => total + amountOf(row), 0);
    const sold = given.filter((row) => row.confirmedAt);
    const standing = given.filter((row) => row.status === "confirmed");
    const cancelled = sold.filter((row) => row.status === "cancelled");
    const price = (row: (typeof given)[number]) => row.quantity * (event.ticketTypes[row.type]?.price ?? 0);

    for (const [at, bookingsOfDay, ticketsOfDay, cancelledOfDay] of get("sales").rows) {
      const day = String(at).slice(0, 10);
      const mine = sold.filter((row) => row.confirmedAt && dayIn(row.confirmedAt, event.timeZone) === day);
      const gone = cancelled.filter((row) => row.cancelledAt && dayIn(row.cancelledAt, event.timeZone) === day);
      expect([bookingsOfDay, ticketsOfDay, cancelledOfDay], day).toEqual([
        mine.length,
        sum(mine, (row) => row.quantity),
        sum(gone, (row) => row.quantity),
      ]);
    }
    expect(get("sales").rows.at(-1)?.at(-1)).toBe(sum(standing, (row) => row.quantity));
    expect(get("revenue").rows.at(-1)?.at(-1)).toBe(sum(standing, price));

    expect(get("ticket-types").rows.map(([name, count, , , revenue]) => [name, count, revenue])).toEqual(
      event.ticketTypes.map((type, at) => {
        const mine = standing.filter((row) => row.type === at);
        return [type.name, sum(mine, (row) => row.quantity), sum(mine, price)];
      }),
    );
    expect(get("sources").rows.map((row) => [row[1], row[2], row[4]])).toEqual(
      (["checkout", "waitlist", "organizer"] as const).map((source) => {
        const mine = standing.filter((row) => row.source === source);
        return [mine.length, sum(mine, (row) => row.quantity), sum(mine, price)];
      }),
    );
    const attended = sum(standing, (row) => row.scanned ?? 0);
    expect(get("funnel").rows.map((row) => row[2])).toEqual([
      sum(given, (row) => row.quantity),
      sum(sold, (row) => row.quantity),
      sum(standing, (row) => row.quantity),
      attended,
    ]);
    expect(sum(standing, (row) => row.quantity) - attended).toBe(
      get("attendance").rows.reduce((total, row) => total + Number(row[2]), 0),
    );

    const leads = get("lead-time").rows.map((row) => row[2]);
    const daysBefore = (row: (typeof given)[number]) =>
      (startsAt.getTime() - (row.cancelledAt?.getTime() ?? 0)) / 86_400_000;
    const edges = [28, 14, 7, 3, 1, 0, Number.NEGATIVE_INFINITY];
    expect(leads).toEqual(
      edges.map((edge, at) =>
        sum(
          cancelled.filter(
            (row) => daysBefore(row) >= edge && daysBefore(row) < (edges[at - 1] ?? Number.POSITIVE_INFINITY),
          ),
          (row) => row.quantity,
        ),
      ),
    );

    for (const [day, count, share] of get("pace").rows) {
      const moment = addMinutes(startsAt, -Number(day) * 24 * 60);
      const isNow = day === 0;
      const by = (at: Date | null | undefined) => at && (isNow || at < moment);
      const expected =
        sum(
          sold.filter((row) => by(row.confirmedAt)),
          (row) => row.quantity,
        ) -
        sum(
          cancelled.filter((row) => by(row.cancelledAt)),
          (row) => row.quantity,
        );
      expect(count, `${day} days before`).toBe(expected);
      expect(share).toBeCloseTo(expected / 1_000);
    }
  });
});

describe("the pace", () => {
  it("is compared with published events before it that sold, of the same team only", async () => {
    const { organizerId } = await makeMember(db);
    const now = new Date();
    const event = await makeEvent(db, { organizerId, startsAt: addDays(now, 10), capacity: 100 });
    const names = { before: "Last year", cancelled: "Called off", unsold: "Nobody came", after: "Next year" };
    const before = await makeEvent(db, { organizerId, name: names.before, startsAt: addDays(now, -300), capacity: 10 });
    const cancelled = await makeEvent(db, {
      organizerId,
      name: names.cancelled,
      startsAt: addDays(now, -200),
      status: "cancelled",
    });
    await makeEvent(db, { organizerId, name: names.unsold, startsAt: addDays(now, -100) });
    const after = await makeEvent(db, { organizerId, name: names.after, startsAt: addDays(now, 300) });
    const foreign = await makeEvent(db, { name: "Somebody else’s", startsAt: addDays(now, -50) });
    for (const one of [before, cancelled, after, foreign]) {
      const at = addDays(one.startsAt, -20);
      await put(one, { status: "confirmed", quantity: 4, bookedAt: at, confirmedAt: at });
    }
    const get = await insightsOf(event, now);
    expect(get("pace").columns.map(({ label }) => label)).toEqual([
      "Days before the start",
      "Tickets",
      "This event",
      names.before,
    ]);
    expect(get("pace").summary).toBe(
      "10 days before the start, 0% of 100 seats are sold. At that point, “Last year” had 40%.",
    );
    const row = get("pace").rows.find(([day]) => day === 5);
    expect(row).toEqual([5, null, null, 0.4]);
  });
});

describe("the waitlist", () => {
  it("is worth the type waited for, or the cheapest, and only where nothing was offered", async () => {
    const event = await makeEvent(db, { currency: "JPY", ticketTypes: [{ price: 3000 }, { price: 1000 }] });
    const entries = [
      { status: "waiting", type: 0, quantity: 2 },
      { status: "waiting", type: null, quantity: 3 },
      { status: "left", type: null, quantity: 1 },
      { status: "converted", type: 0, quantity: 5 },
    ] as const;
    for (const { status, type, quantity } of entries) {
      await db.insert(waitlistEntries).values({
        eventId: event.id,
        userId: (await makeUser(db)).id,
        ticketTypeId: type === null ? null : (event.ticketTypes[type]?.id ?? null),
        quantity,
        status,
        joinedAt: new Date(),
      });
    }
    const get = await insightsOf(event);
    expect(get("waitlist").summary).toBe(
      "4 people joined for 11 tickets. 6 tickets couldn’t be offered, worth at least ¥10,000 at today’s prices.",
    );
    expect(valuesOf(get("waitlist"))).toEqual([
      [1, 5, 15000],
      [0, 0, 0],
      [0, 0, 0],
      [2, 5, 9000],
      [1, 1, 1000],
    ]);
    expect(await db.$count(waitlistEntries, eq(waitlistEntries.eventId, event.id))).toBe(4);
  });
});
