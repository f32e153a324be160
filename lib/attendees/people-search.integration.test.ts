import { beforeAll, describe, expect, it } from "vitest";
import { findTicketsByName } from "@/components/check-in/find-tickets-by-name";
import { db } from "@/db/client";
import { bookingItems, bookings, tickets, waitlistEntries } from "@/db/schema";
import { getMemberships } from "@/lib/access/memberships";
import { listUsers, userSearchSchema } from "@/lib/admin/lists";
import { buildAttendeesSheet } from "@/lib/export/attendees";
import { searchPalette } from "@/lib/organize/command-palette";
import { listOrganizerEntries } from "@/lib/waitlist/organizer-lists";
import { waitlistSearchSchema } from "@/lib/waitlist/organizer-search";
import { makeEvent, makeMember, makePeople, ticketHolder } from "@/test/factories";
import { getBookingsPage } from "./bookings-list";
import { parseAttendeeSearch } from "./search-schema";
import { getTicketsPage } from "./tickets-list";

const people = [
  "Mø",
  "Anna O’Brien",
  "Łukasz Żółć",
  "山田 花子",
  "佐藤 さくら",
  "김서연",
  "Пётр Петров",
  "Jürgen Müller",
  "Zoë Strauß",
  "Θεοδώρα Παπαδοπούλου",
  "أحمد حسن",
  "प्रिया शर्मा",
  "Jean-Luc Picard",
  "İpek Işık",
  "Nguyễn Thị Hạnh",
  "Ada Byron",
  "Countess",
  "Ada Quorixtest",
];
const addresses: Record<string, string> = {
  "Ada Byron": "ada@quorix.test",
  Countess: "a.lovelace@quorix.test",
  "Ada Quorixtest": "quorix.ada@test.example",
};

let event: Awaited<ReturnType<typeof makeEvent>>;
let ownerId: number;

/** Each has booked and holds a ticket in their own name, and waits for more. */
beforeAll(async () => {
  // By no random name, as the admin's list has everybody.
  [ownerId = 0] = await makePeople(db, [{ name: "Owner", email: "owner@mail.example" }]);
  const { organizerId } = await makeMember(db, { userId: ownerId });
  event = await makeEvent(db, { organizerId, capacity: 500 });
  const typeId = event.ticketTypes[0]?.id ?? 0;
  const rows = people.map((name, at) => ({ name, email: addresses[name] ?? `person-${at}@mail.example` }));
  const ids = await makePeople(db, rows);
  const now = new Date();
  const booked = await db
    .insert(bookings)
    .values(
      ids.map((id) => ({
        ...{ eventId: event.id, userId: id, reference: `9${id}`, idempotencyKey: "own", currency: "EUR" },
        ...{ status: "confirmed" as const, source: "checkout" as const, numberOfTickets: 1, totalPrice: 0 },
        ...{ bookedAt: now, confirmedAt: now },
      })),
    )
    .returning({ id: bookings.id });
  const items = booked.map(({ id }) => ({ bookingId: id, ticketTypeId: typeId }));
  await db.insert(bookingItems).values(items.map((item) => ({ ...item, quantity: 1, unitPrice: 0 })));
  await db.insert(tickets).values(
    rows.map(({ name, email }, at) => ({
      ...{ bookingId: booked[at]?.id ?? 0, ticketTypeId: typeId, eventId: event.id, code: `TICKET${at}` },
      ...ticketHolder(name, email),
    })),
  );
  await db
    .insert(waitlistEntries)
    .values(ids.map((userId) => ({ eventId: event.id, userId, quantity: 1, joinedAt: now })));
});

const searchOf = (view: string, q: string) => parseAttendeeSearch({ view, q });

async function listed(view: "bookings" | "tickets", q: string) {
  const search = searchOf(view, q);
  return search.view === "tickets"
    ? (await getTicketsPage(event.id, search, null)).rows.map(({ holderName }) => holderName)
    : (await getBookingsPage(event.id, search, null)).rows.map(({ name }) => name);
}

async function exported(view: "bookings" | "tickets", q: string) {
  const { columns, batches } = buildAttendeesSheet(event, searchOf(view, q), null);
  const name = columns.findIndex(({ label }) => label === "Name");
  const rows: unknown[] = [];
  for await (const batch of batches) rows.push(...batch.map((row) => row[name]));
  return rows;
}

async function inPalette(q: string) {
  const finds = await searchPalette(await getMemberships(ownerId), q);
  return finds.filter(({ kind }) => kind === "attendee").map(({ title }) => title);
}

const lists: Record<string, (q: string) => Promise<unknown[]>> = {
  "the list of bookings": (q) => listed("bookings", q),
  "the list of tickets": (q) => listed("tickets", q),
  "the export of bookings": (q) => exported("bookings", q),
  "the export of tickets": (q) => exported("tickets", q),
  "the waitlist": async (q) =>
    (await listOrganizerEntries(event.id, waitlistSearchSchema.parse({ q }))).entries.map(({ name }) => name),
  "the command palette": inPalette,
  "the admin's list": async (q) => (await listUsers(userSearchSchema.parse({ q }), 0)).users.map(({ name }) => name),
};

const held = people.map((holderName) => ({ list: "night", fingerprint: holderName, holderName, type: null }));
const places: Record<string, (q: string) => Promise<unknown[]>> = {
  ...lists,
  "the door": async (q) => findTicketsByName(held, q).map(({ holderName }) => holderName),
};

describe.each(Object.entries(places))("%s", (_, find) => {
  it.each([
    ["mo", "Mø"],
    ["MØ", "Mø"],
    ["o'brien", "Anna O’Brien"],
    ["obrien", "Anna O’Brien"],
    ["brien ann", "Anna O’Brien"],
    ["lukasz zolc", "Łukasz Żółć"],
    ["ŻÓŁĆ", "Łukasz Żółć"],
    ["田", "山田 花子"],
    ["花子 山田", "山田 花子"],
    ["ｻｸﾗ", "佐藤 さくら"],
    ["서연", "김서연"],
    ["петров", "Пётр Петров"],
    ["ПЁТР", "Пётр Петров"],
    ["mueller", "Jürgen Müller"],
    ["müller", "Jürgen Müller"],
    ["muller jur", "Jürgen Müller"],
    ["strauss", "Zoë Strauß"],
    ["STRAUẞ zoe", "Zoë Strauß"],
    ["παπαδοπουλου", "Θεοδώρα Παπαδοπούλου"],
    ["احمد", "أحمد حسن"],
    ["प्रिया", "प्रिया शर्मा"],
    ["jean luc pic", "Jean-Luc Picard"],
    ["ipek isik", "İpek Işık"],
    ["nguyen hanh", "Nguyễn Thị Hạnh"],
    ["ad byr", "Ada Byron"],
  ])("finds by %s nobody but %s", async (typed, name) => {
    expect(await find(typed)).toEqual([name]);
  });

  it.each(["nobody", "rien", "anna zolc", "%%%", "':*", "''", "\\\\", "a & b | !c", "\u0000!!"])(
    "finds nobody by %j",
    async (typed) => {
      expect(await find(typed)).toEqual([]);
    },
  );
});

describe.each(Object.entries(lists))("in %s an address, or half of one, is nobody else's:", (_, find) => {
  it.each([
    ["ada@quo", ["Ada Byron"]],
    ["ADA@quorix.te", ["Ada Byron"]],
    ["lovelace@", ["Countess"]],
    ["lovelace@quorix.t", ["Countess"]],
    ["ada@test.example", ["Ada Quorixtest"]],
    ["ace@quorix.test", []],
    ["Ada <ada@quorix.test>,", ["Ada Byron"]],
    ["quorix.test cou", ["Countess"]],
    ["person-0@mail", ["Mø"]],
  ])("%s", async (typed, names) => {
    expect(await find(typed)).toEqual(names);
  });
});
