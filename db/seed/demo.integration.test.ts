import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  auditLog,
  bookings,
  events,
  organizers,
  outbox,
  payments,
  refunds,
  tickets,
  ticketTypes,
  users,
  waitlistEntries,
} from "@/db/schema";
import { passwordMatches } from "@/lib/auth/password";
import { type EventState, eventState } from "@/lib/events/state";
import { slugFrom } from "@/lib/names/slug-from";
import { auditMoney } from "@/lib/payments/audit";
import { FOLDING_VERSION } from "@/lib/search/fold";
import { expectCleanInventory } from "@/test/booking";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { seedDemo } from "./demo";
import { demoAccounts, demoPassword } from "./people";

let database: TestDatabase;
let made: { events: number };

async function eventsWithTypes() {
  const types = await database.db.select().from(ticketTypes);
  const rows = await database.db.select().from(events);
  return rows.map((event) => ({ ...event, ticketTypes: types.filter((type) => type.eventId === event.id) }));
}

beforeAll(async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  database = await createTestDatabase();
  made = await seedDemo({ url: database.url });
});
afterAll(() => database.close());

describe("the demo", () => {
  it("is about sixty events by four organizers in thirteen cities and eight zones or more", async () => {
    const rows = await eventsWithTypes();
    expect(made.events).toBe(rows.length);
    expect(rows.length).toBeGreaterThanOrEqual(58);
    expect(await database.db.$count(organizers)).toBe(4);
    expect(new Set(rows.map((event) => event.city)).size).toBeGreaterThanOrEqual(13);
    expect(new Set(rows.map((event) => event.timeZone)).size).toBeGreaterThanOrEqual(8);
    expect(rows.filter((event) => event.isFeatured).length).toBeGreaterThanOrEqual(4);
    expect(rows.some((event) => event.name.length === 120)).toBe(true);
    for (const script of ["Arabic", "Cyrillic", "Han"]) {
      const isIn = new RegExp(`\\p{Script=${script}}`, "u");
      expect(rows.some((event) => isIn.test(event.name) && isIn.test(event.slug))).toBe(true);
    }
    expect(rows.some((event) => event.name.includes("ß"))).toBe(true);
    const teams = await database.db.select().from(organizers);
    expect(teams.some(({ slug }) => /\p{Script=Han}/u.test(slug))).toBe(true);
    for (const { slug, name } of [...teams, ...rows.filter(({ slug }) => /[^\0-\x7f]/.test(slug))]) {
      expect(slugFrom(name, "event")).toBe(slug);
    }
    expect(rows.some((event) => /\p{Script=Hiragana}/u.test(event.name) && event.currency === "JPY")).toBe(true);
  });

  it("shows every state an event can be in", async () => {
    const now = new Date();
    const rows = await eventsWithTypes();
    const published = rows.filter((event) => event.status !== "draft");
    const inState = (state: EventState) => published.filter((event) => eventState(event, now) === state);
    expect(rows.length - published.length).toBe(1);
    expect(inState("on_sale").length).toBeGreaterThanOrEqual(25);
    expect(inState("few_left").length).toBeGreaterThanOrEqual(4);
    expect(inState("sales_closed").length).toBeGreaterThanOrEqual(2);
    expect(inState("past").length).toBeGreaterThanOrEqual(4);
    expect(inState("cancelled")).toHaveLength(2);
    const opensSoon = inState("not_yet").filter(
      ({ salesStartAt }) => salesStartAt && salesStartAt.getTime() - now.getTime() < 3_600_000,
    );
    expect(opensSoon).toHaveLength(1);
    expect(inState("not_yet").length).toBeGreaterThanOrEqual(3);

    const soldOut = inState("sold_out");
    const waiting = await database.db.select().from(waitlistEntries).where(eq(waitlistEntries.status, "waiting"));
    const hasLine = soldOut.filter((event) => waiting.some((entry) => entry.eventId === event.id));
    expect(hasLine.some((event) => event.ticketTypes.every((type) => type.price === 0))).toBe(true);
    expect(hasLine.some((event) => event.ticketTypes.every((type) => type.price > 0))).toBe(true);
  });

  it("has an exhibition that runs for weeks, before and after today", async () => {
    const now = Date.now();
    const day = 86_400_000;
    const rows = await database.db.select().from(events).where(eq(events.status, "published"));
    const runs = rows.filter(({ startsAt, endsAt }) => +startsAt < now - 5 * day && +endsAt > now + 14 * day);
    expect(runs).toHaveLength(1);
    expect(runs[0]?.availableTickets).toBeGreaterThan(0);
  });

  it("holds concerts in the evening or at dawn, and breakfasts in the morning, on the event's own clock", async () => {
    const rows = await database.db
      .select({
        category: events.category,
        hour: sql<number>`extract(hour from ${events.startsAt} at time zone ${events.timeZone})::int`,
      })
      .from(events);
    for (const { hour } of rows) expect(hour).toBeGreaterThanOrEqual(6);
    const concerts = rows.filter((event) => event.category === "music");
    expect(concerts.filter((event) => event.hour >= 18).length).toBe(concerts.length - 1);
  });

  it("gives the attendee a booking of each kind", async () => {
    const [attendee] = await database.db.select().from(users).where(eq(users.email, demoAccounts.attendee.email));
    const userId = attendee?.id ?? 0;
    const attendeeBookings = await database.db
      .select({ status: bookings.status, startsAt: events.startsAt, expiresAt: bookings.expiresAt })
      .from(bookings)
      .innerJoin(events, eq(events.id, bookings.eventId))
      .where(eq(bookings.userId, userId));
    const now = new Date();
    const confirmed = attendeeBookings.filter((booking) => booking.status === "confirmed");
    expect(confirmed.map((booking) => booking.startsAt > now).sort()).toEqual([false, true]);
    expect(attendeeBookings.filter((booking) => booking.status === "cancelled")).toHaveLength(1);
    const [hold] = attendeeBookings.filter((booking) => booking.status === "pending");
    expect(hold?.expiresAt?.getTime()).toBeGreaterThan(now.getTime());
    const place = and(eq(waitlistEntries.userId, userId), eq(waitlistEntries.status, "waiting"));
    expect(await database.db.$count(waitlistEntries, place)).toBe(1);
  });

  it("keeps the inventory and the audit trail, and announces nothing", async () => {
    await expectCleanInventory(database.db);
    expect(await database.db.$count(auditLog, eq(auditLog.action, "booking.confirmed"))).toBeGreaterThan(200);
    expect(await database.db.$count(auditLog, eq(auditLog.action, "waitlist.converted"))).toBeGreaterThan(0);
    expect(await database.db.$count(outbox, isNull(outbox.dispatchedAt))).toBe(0);
    // Only the attendee's own holds are open; every other booking is settled.
    expect(await database.db.$count(bookings, eq(bookings.status, "pending"))).toBe(2);
  });

  it("has events that are paid for online, in yen and dinars, and every cent of them is explained", async () => {
    const online = await database.db.select().from(events).where(eq(events.paymentMethod, "online"));
    expect(online.map(({ currency }) => currency).sort()).toEqual(["JPY", "KWD"]);
    expect(await database.db.$count(payments, eq(payments.status, "captured"))).toBeGreaterThan(15);
    expect(await database.db.$count(refunds, eq(refunds.status, "succeeded"))).toBeGreaterThan(0);
    const audit = await auditMoney(database.db, { provider: null, since: new Date(0) });
    expect(audit).toMatchObject({ ok: true, differences: [], refundsOnTheWay: [] });
  });

  it("leaves nothing to be folded", async () => {
    for (const table of [events, users, tickets]) {
      expect(await database.db.$count(table)).toBeGreaterThan(0);
      expect(await database.db.$count(table, ne(table.folding, FOLDING_VERSION))).toBe(0);
    }
  });

  it("has three verified accounts that the printed password opens", async () => {
    for (const { email, isSuperuser } of Object.values(demoAccounts)) {
      const [account] = await database.db.select().from(users).where(eq(users.email, email));
      expect(account?.emailVerifiedAt).not.toBeNull();
      expect(account?.isSuperuser).toBe(isSuperuser);
      expect(await passwordMatches(account?.hashedPassword, demoPassword)).toBe(true);
      expect(await passwordMatches(account?.hashedPassword, "quorix-demos")).toBe(false);
    }
  });

  it("changes nothing the second time", async () => {
    const before = await database.db.$count(bookings);
    expect(await seedDemo({ url: database.url })).toEqual({ events: 0 });
    expect(await database.db.$count(bookings)).toBe(before);
    expect(await database.db.$count(events)).toBe(made.events);
  });
});

describe("seeding", () => {
  it("refuses a production database other than the local one", async () => {
    vi.stubEnv("NODE_ENV", "production");
    await expect(seedDemo({ url: database.url })).rejects.toThrow("production");
    vi.stubEnv("QUORIX_LOCAL_DATABASE", "true");
    await expect(seedDemo({ url: database.url })).resolves.toEqual({ events: 0 });
  });

  it("generates events up to any number, each with its own slug and something to sell", async () => {
    await seedDemo({ url: database.url, events: 3_000 });
    expect(await seedDemo({ url: database.url, events: 3_050 })).toEqual({ events: 50 });
    const rows = await eventsWithTypes();
    expect(rows).toHaveLength(3_050);
    const generated = rows
      .slice()
      .sort((a, b) => a.id - b.id)
      .slice(made.events);
    expect(new Set(generated.map((event) => event.name)).size).toBeGreaterThan(1_000);
    const now = new Date();
    for (const event of generated) {
      expect(event.ticketTypes.length).toBeGreaterThan(0);
      expect(["on_sale", "few_left"]).toContain(eventState(event, now));
    }
    await expectCleanInventory(database.db);
  });
});
