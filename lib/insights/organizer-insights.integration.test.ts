import { addDays } from "date-fns";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db, sql } from "@/db/client";
import { connect } from "@/db/connect";
import { bookings } from "@/db/schema";
import { env } from "@/lib/env";
import { openTestBookings } from "@/test/booking";
import { makeMember } from "@/test/factories";
import { organizerInsights } from "./organizer-insights";

it("counts each currency by itself, only of the organizers asked for, only since the moment asked for", async () => {
  const testBookings = await openTestBookings({ url: env.DATABASE_URL, ...connect(env.DATABASE_URL, { max: 4 }) });
  const [mine, other] = [await makeMember(db), await makeMember(db)];
  const sold: {
    currency: string;
    tickets: number;
    revenue: number;
    old: boolean;
    cancelled: boolean;
    mine: boolean;
  }[] = [];
  for (const [at, currency] of ["EUR", "JPY", "KWD", "EUR", "JPY"].entries()) {
    for (const team of [mine, other]) {
      const event = await testBookings.event({
        organizerId: team.organizerId,
        currency,
        timeZone: at % 2 ? "Pacific/Kiritimati" : "America/Los_Angeles",
        ticketTypes: [{ price: 1000 + at }],
      });
      for (const tickets of [1, 2, 3]) {
        const booked = await testBookings.book(event, tickets);
        const cancelled = tickets === 2;
        if (cancelled) await testBookings.cancel(booked);
        const old = tickets === 3 && at < 2;
        if (old) {
          const then = addDays(new Date(), -40);
          await db
            .update(bookings)
            .set({ bookedAt: then, confirmedAt: then })
            .where(eq(bookings.reference, booked.reference));
        }
        sold.push({ currency, tickets, revenue: tickets * (1000 + at), old, cancelled, mine: team === mine });
      }
    }
  }
  for (const since of [null, addDays(new Date(), -30)]) {
    const all = await organizerInsights([mine.organizerId], since);
    const get = (id: string) => all.find((insight) => insight.id === id);
    const expected = sold.filter((row) => row.mine && !(since && row.old));
    const standing = expected.filter((row) => !row.cancelled);
    const sum = (rows: typeof sold, amountOf: (row: (typeof sold)[number]) => number) =>
      rows.reduce((total, row) => total + amountOf(row), 0);
    expect(get("sales")?.rows.at(-1)?.at(-1)).toBe(sum(standing, (row) => row.tickets));
    for (const [at, currency] of ["EUR", "JPY", "KWD"].entries()) {
      const own = (rows: typeof sold) => rows.filter((row) => row.currency === currency);
      const chart = get(`revenue-${currency.toLowerCase()}`);
      expect(chart?.rows.at(-1)?.at(-1), currency).toBe(sum(own(standing), (row) => row.revenue));
      expect(chart?.rows.reduce((total, row) => total + Number(row[1]), 0)).toBe(
        sum(own(expected), (row) => row.revenue),
      );
      const column = get("events")?.columns.findIndex((one) => one.label === `Revenue (${currency})`);
      expect(column).toBe(3 + at);
      expect(get("events")?.rows.reduce((total, row) => total + Number(row[3 + at]), 0)).toBe(
        sum(own(standing), (row) => row.revenue),
      );
    }
    expect(get("cancellations")?.summary).toMatch(
      new RegExp(
        `^${sum(
          expected.filter((row) => row.cancelled),
          (row) => row.tickets,
        )} tickets were cancelled`,
      ),
    );
  }
  await testBookings.close();
  await sql.end();
});
