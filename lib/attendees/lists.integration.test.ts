import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { bookingItems, bookings, tickets } from "@/db/schema";
import { makeEvent, makePeople, ticketHolder } from "@/test/factories";
import { getBookingDetail } from "./booking-detail";
import { getBookingsPage } from "./bookings-list";
import { bookingSorts, parseAttendeeSearch, ticketSorts } from "./search-schema";
import { getTicketsPage } from "./tickets-list";

type TestEvent = Awaited<ReturnType<typeof makeEvent>>;
type Status = "pending" | "confirmed" | "cancelled" | "expired";

let event: TestEvent;
let other: TestEvent;
/** Most were booked at the same instant, for as many seats, by people of the same name: only the ids tell them apart. */
const sameTime = new Date("2026-11-01T10:00:00.123Z");
const people = ["Lucía Gutiérrez", "Søren Ødegård", "Anna O’Brien", "Jean-Luc Müller", "田中 太郎", "Ada Lovelace"];
let serial = 0;

async function booked(at: TestEvent, name: string, values: { status?: Status; quantity?: number; type?: number } = {}) {
  const { status = "confirmed", quantity = 2, type = 0 } = values;
  serial += 1;
  const number = String(serial).padStart(5, "0");
  const email = `person.${number}@mail.example`;
  const [userId = 0] = await makePeople(db, [{ name, email }]);
  const [booking] = await db
    .insert(bookings)
    .values({
      reference: `REF${number}AB`,
      eventId: at.id,
      userId,
      status,
      numberOfTickets: quantity,
      totalPrice: 0,
      currency: "EUR",
      source: serial % 7 === 0 ? "organizer" : "checkout",
      idempotencyKey: crypto.randomUUID(),
      bookedAt: sameTime,
      expiresAt: status === "pending" ? new Date(Date.now() + 60_000) : null,
      confirmedAt: status === "confirmed" ? sameTime : null,
    })
    .returning();
  const bookingId = booking?.id ?? 0;
  const ticketTypeId = at.ticketTypes[type]?.id ?? 0;
  await db.insert(bookingItems).values({ bookingId, ticketTypeId, quantity, unitPrice: 0 });
  if (status !== "pending" && status !== "expired") {
    const rows = Array.from({ length: quantity }, (_, index) => ({
      bookingId,
      eventId: at.id,
      ticketTypeId,
      code: `CODE${number}TICKET${index}`,
      ...ticketHolder(index === 0 ? name : `Friend ${index} of ${number}`),
      status: status === "cancelled" ? ("void" as const) : ("valid" as const),
      checkedInAt: serial % 3 === 0 ? sameTime : null,
    }));
    await db.insert(tickets).values(rows);
  }
  return `REF${number}AB`;
}

beforeAll(async () => {
  event = await makeEvent(db, { capacity: 500, ticketTypes: [{}, {}] });
  other = await makeEvent(db, { capacity: 500 });
  for (const name of people) await booked(event, name);
  for (let at = 0; at < 17; at += 1) await booked(event, "Same Name", { type: at % 2 });
  await booked(event, "Gone Person", { status: "cancelled" });
  await booked(event, "Late Person", { status: "expired" });
  await booked(event, "Holding Person", { status: "pending" });
  await booked(other, "Lucía Gutiérrez");
});

const search = (params: Record<string, string>) => {
  const parsed = parseAttendeeSearch(params);
  if (parsed.view !== "bookings") throw new Error("not of bookings");
  return parsed;
};
const ticketSearch = (params: Record<string, string>) => {
  const parsed = parseAttendeeSearch({ ...params, view: "tickets" });
  if (parsed.view !== "tickets") throw new Error("not of tickets");
  return parsed;
};
const typeId = (at: number) => event.ticketTypes[at]?.id ?? 0;
const found = async (q: string) => (await getBookingsPage(event.id, search({ q }), null)).rows.map(({ name }) => name);
const foundTickets = async (q: string) =>
  (await getTicketsPage(event.id, ticketSearch({ q }), null)).rows.map(({ holderName }) => holderName);

describe("search terms", () => {
  it.each([
    ["gutier", "Lucía Gutiérrez"],
    ["LUCIA gut", "Lucía Gutiérrez"],
    ["odegard", "Søren Ødegård"],
    ["o'br", "Anna O’Brien"],
    ["jean-luc mul", "Jean-Luc Müller"],
    ["田", "田中 太郎"],
    ["person.00006@mail", "Ada Lovelace"],
    ["person.00006", "Ada Lovelace"],
    ["REF00006", "Ada Lovelace"],
    ["ref 00006", "Ada Lovelace"],
    ["CODE00006T", "Ada Lovelace"],
    ["code-0000-6tick", "Ada Lovelace"],
    ["friend 00006", "Ada Lovelace"],
  ])("%s finds %s by name, mail, reference, ticket code or holder", async (q, name) => {
    expect(await found(q)).toEqual([name]);
  });

  it("find tickets in the same ways, and by the person who booked", async () => {
    const mine = ["Ada Lovelace", "Friend 1 of 00006"];
    for (const q of ["person.00006@mail.ex", "REF00006", "lovel"]) expect(await foundTickets(q), q).toEqual(mine);
    expect(await foundTickets("CODE00006TICKET1")).toEqual(["Friend 1 of 00006"]);
  });

  it.each(["nobody", "''", "\\\\", "':*", "a & b | !c", "%%", "_____", "((", "person.00006@mail.example.org", "x\0y"])(
    "%j finds nobody and breaks nothing",
    async (q) => {
      expect(await found(q)).toEqual([]);
      expect(await foundTickets(q)).toEqual([]);
    },
  );

  it("are ignored while they are a single letter", async () => {
    expect((await getBookingsPage(event.id, search({ q: "g" }), null)).count).toBe(25);
  });
});

describe("filters", () => {
  const count = async (params: Record<string, string>, type: number | null = null) =>
    (await getBookingsPage(event.id, search(params), type)).count;

  it("narrow the list", async () => {
    expect(await count({})).toBe(25);
    expect(await count({ status: "any" })).toBe(26);
    expect(await count({ status: "cancelled" })).toBe(1);
    expect(await count({ status: "pending" })).toBe(1);
    expect(await count({ source: "organizer" })).toBe(3);
    expect(await count({ checkedIn: "yes" })).toBe(7);
    expect(await count({ checkedIn: "no" })).toBe(16);
    expect(await count({ checkedIn: "yes", status: "cancelled" })).toBe(0);
    expect(await count({}, typeId(1))).toBe(8);
    expect(await count({ q: "same", source: "organizer" }, typeId(0))).toBe(2);
    expect(await count({}, 0)).toBe(0);
  });

  it("narrow the tickets", async () => {
    const tickets = async (params: Record<string, string>, type: number | null = null) =>
      (await getTicketsPage(event.id, ticketSearch(params), type)).count;
    expect(await tickets({})).toBe(46);
    expect(await tickets({ status: "void" })).toBe(2);
    expect(await tickets({ status: "any" })).toBe(48);
    expect(await tickets({ checkedIn: "yes" })).toBe(14);
    expect(await tickets({ source: "organizer" })).toBe(6);
    expect(await tickets({}, typeId(1))).toBe(16);
  });

  it("with invalid values are ignored", async () => {
    expect(await count({ status: "nonsense", sort: "height", source: "x", checkedIn: "maybe", after: "%%" })).toBe(25);
  });
});

/** Every page from the first to the last, and back again. */
async function walk<Row>(
  page: (place: Record<string, string>) => Promise<{ rows: Row[]; next: string | null; previous: string | null }>,
  key: (row: Row) => string,
) {
  const forth: string[] = [];
  const pages: string[][] = [];
  let place: Record<string, string> = {};
  for (let turns = 0; turns < 100; turns += 1) {
    const { rows, next } = await page(place);
    forth.push(...rows.map(key));
    pages.push(rows.map(key));
    if (!next) break;
    place = { after: next };
  }
  const back: string[][] = [pages.at(-1) ?? []];
  let { previous } = await page(place);
  while (previous) {
    const earlier = await page({ before: previous });
    back.unshift(earlier.rows.map(key));
    previous = earlier.previous;
  }
  return { forth, back: back.flat() };
}

describe("pages under equal sort keys", () => {
  it.each(bookingSorts)("are complete and without duplicates, forwards and backwards: %s", async (sort) => {
    for (const q of ["", "same"]) {
      const whole = (await getBookingsPage(event.id, search({ sort, q }), null)).rows.map(({ reference }) => reference);
      const page = (place: Record<string, string>) => getBookingsPage(event.id, search({ sort, q, ...place }), null, 3);
      const { forth, back } = await walk(page, ({ reference }) => reference);
      expect(forth).toEqual(whole);
      expect(back).toEqual(whole);
      expect(new Set(forth).size).toBe(q ? 17 : 25);
    }
  });

  it.each(ticketSorts)("of tickets, too: %s", async (sort) => {
    const whole = (await getTicketsPage(event.id, ticketSearch({ sort }), null)).rows.map(({ code }) => code);
    const page = (place: Record<string, string>) => getTicketsPage(event.id, ticketSearch({ sort, ...place }), null, 3);
    const { forth, back } = await walk(page, ({ code }) => code);
    expect(forth).toEqual(whole);
    expect(back).toEqual(whole);
    expect(new Set(forth).size).toBe(46);
  });

  it("sort names alphabetically, regardless of accents and case", async () => {
    const names = (await getBookingsPage(event.id, search({ sort: "name" }), null)).rows.map(({ name }) => name);
    expect([...new Set(names)]).toEqual([
      "Ada Lovelace",
      "Anna O’Brien",
      "Gone Person",
      "Holding Person",
      "Jean-Luc Müller",
      "Lucía Gutiérrez",
      "Same Name",
      "Søren Ødegård",
      "田中 太郎",
    ]);
  });
});

describe("another event", () => {
  it("is never shown, searched or paged into", async () => {
    const { rows } = await getBookingsPage(other.id, search({ q: "gutier" }), null);
    expect(rows).toHaveLength(1);
    const reference = rows[0]?.reference ?? "";
    expect(await found(reference)).toEqual([]);
    expect(await getBookingDetail(event.id, reference)).toBeNull();
    expect(await getBookingDetail(other.id, reference)).toMatchObject({ name: "Lucía Gutiérrez", tickets: [{}, {}] });
    // A place in another event's list is no place in this one.
    const page = await getBookingsPage(event.id, search({ after: reference }), null);
    expect(page).toMatchObject({ count: 25, previous: null });
    const [ticket] = await db.select().from(tickets).where(eq(tickets.eventId, other.id));
    expect(await foundTickets(ticket?.code ?? "")).toEqual([]);
  });
});
