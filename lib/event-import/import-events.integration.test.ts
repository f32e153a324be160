import { asc, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditLog, events } from "@/db/schema";
import { makeMember } from "@/test/factories";
import { readTextOrThrow } from "./fixtures";
import { importEvents } from "./import-events";

let who: { organizerId: number; actorId: number };

beforeEach(async () => {
  const { organizerId, userId } = await makeMember(db);
  who = { organizerId, actorId: userId };
});

const mine = () => db.select().from(events).where(eq(events.organizerId, who.organizerId)).orderBy(asc(events.id));
const entries = () => db.select().from(auditLog).where(eq(auditLog.organizerId, who.organizerId));

const table = (count: number, name = (index: number) => `Event ${index}`) =>
  `name,start,city\n${Array.from({ length: count }, (_, index) => `${name(index)},2027-01-${String(1 + (index % 28)).padStart(2, "0")} ${String(index % 24).padStart(2, "0")}:00,City ${index}\n`).join("")}`;

describe("importing", () => {
  it("makes drafts that the editor can open, with what the lists show", async () => {
    const read = await readTextOrThrow(
      "name,start,city,country,capacity,price\nJazz 🎷 “now”,2027-01-05 20:00,Lisboa,Portugal,80,12.50\n",
    );
    const { created, existing } = await importEvents({ reading: read, ...who });
    expect({ created: [...created.values()], existing }).toEqual({
      created: [expect.stringMatching(/^jazz-now/)],
      existing: 0,
    });
    const [event] = await mine();
    expect(event).toMatchObject({
      status: "draft",
      name: "Jazz 🎷 “now”",
      city: "Lisboa",
      country: "PT",
      startsAt: new Date("2027-01-05T20:00:00Z"),
      endsAt: new Date("2027-01-05T22:00:00Z"),
      capacity: 80,
      availableTickets: 80,
      version: 1,
      savedBy: who.actorId,
      importKey: read.events[0]?.key,
    });
    expect(event?.form).toMatchObject({
      name: "Jazz 🎷 “now”",
      startsAt: "2027-01-05T20:00",
      ticketTypes: [{ price: "12.50" }],
    });
  });

  it("is written into the audit log with its counts, and with no names", async () => {
    const read = await readTextOrThrow("name,start\nOne,2027-01-05\nTwo,never\nOne,2027-01-05\n");
    await importEvents({ reading: read, ...who });
    expect(await entries()).toMatchObject([
      {
        action: "events.imported",
        actorId: who.actorId,
        detail: { format: "table", found: 3, imported: 1, existing: 0, refused: 1, duplicates: 1, leftOut: 0 },
      },
    ]);
  });

  it("of the same file again changes nothing, and of a longer one adds what is new", async () => {
    const read = await readTextOrThrow(table(40));
    await importEvents({ reading: read, ...who });
    const before = await mine();
    const again = await importEvents({ reading: read, ...who });
    expect([again.created.size, again.existing]).toEqual([0, 40]);
    expect(await mine()).toEqual(before);
    expect(await entries()).toHaveLength(1);

    const longer = await importEvents({ reading: await readTextOrThrow(table(42)), ...who });
    expect([longer.created.size, longer.existing]).toEqual([2, 40]);
    expect((await mine()).slice(0, 40)).toEqual(before);
  });

  it("gives each organizer a draft of its own, and each event an address of its own", async () => {
    const read = await readTextOrThrow(table(300, () => "Meetup"));
    await importEvents({ reading: read, ...who });
    const other = await makeMember(db);
    const theirs = await importEvents({ reading: read, organizerId: other.organizerId, actorId: other.userId });
    expect(theirs.created.size).toBe(300);
    const slugs = (await mine()).map(({ slug }) => slug);
    expect(new Set([...slugs, ...theirs.created.values()]).size).toBe(600);
    expect(slugs.toSorted()[0]).toBe("meetup");
  });

  it("leaves an event as its organizer has changed it since", async () => {
    const read = await readTextOrThrow(table(1));
    await importEvents({ reading: read, ...who });
    await db.update(events).set({ name: "Renamed" }).where(eq(events.organizerId, who.organizerId));
    await importEvents({ reading: read, ...who });
    expect(await mine()).toMatchObject([{ name: "Renamed" }]);
  });
});

describe("two imports of one file at once", () => {
  const atOnce = async () => {
    const read = await readTextOrThrow(table(400, (index) => `Meetup ${index % 7}`));
    return Promise.all(Array.from({ length: 6 }, () => importEvents({ reading: read, ...who })));
  };

  it("make one draft of each event", async () => {
    const results = await atOnce();
    expect(results.reduce((sum, { created }) => sum + created.size, 0)).toBe(400);
    expect(results.reduce((sum, { existing }) => sum + existing, 0)).toBe(5 * 400);
    expect(await mine()).toHaveLength(400);
    expect((await entries()).length).toBeLessThanOrEqual(6);
  });

  it("cannot be tried without the unique index that decides between them", async () => {
    await db.execute(sql`drop index events_import_key`);
    await db.execute(sql`create index events_import_key on events (organizer_id, import_key)`);
    await expect(atOnce()).rejects.toThrow(/42P10/);
    await db.execute(sql`drop index events_import_key`);
    await db.execute(sql`create unique index events_import_key on events (organizer_id, import_key)`);
  });
});
