import { addDays } from "date-fns";
import { and, asc, eq } from "drizzle-orm";
import { NextRequest } from "next/server";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { POST as previewRoute } from "@/app/api/organize/import/preview/route";
import { POST as importRoute } from "@/app/api/organize/import/route";
import { db } from "@/db/client";
import { auditLog, bookings, events, operations, organizers, ticketTypes } from "@/db/schema";
import { getViewer, requireViewer } from "@/lib/auth/viewer";
import { readCaseFile } from "@/test/cases";
import { makeMember, makeUser } from "@/test/factories";
import { IMPORT_CONTENT_TYPE, type ImportResponse, type PreviewResponse } from "./dto";
import { testOptions } from "./fixtures";

vi.mock("@/lib/auth/viewer", () => ({ getViewer: vi.fn(), requireViewer: vi.fn() }));
vi.mock("next/cache", async (original) => ({ ...(await original()), revalidateTag: vi.fn() }));

let organizer: { id: number; slug: string };

beforeEach(async () => {
  const user = await makeUser(db);
  const { organizerId } = await makeMember(db, { userId: user.id });
  const [row] = await db.select().from(organizers).where(eq(organizers.id, organizerId));
  if (!row) throw new Error("no organizer");
  organizer = row;
  const viewer = { id: user.id, name: user.name, email: user.email, timeZone: null, isSuperuser: false };
  vi.mocked(getViewer).mockResolvedValue(viewer);
  vi.mocked(requireViewer).mockResolvedValue(viewer);
});

type Again = {
  updateDrafts?: boolean;
  choices?: Record<string, "leave" | { version: number; tell: boolean }>;
  all?: "same" | "new" | null;
  byKey?: Record<string, string>;
};

function upload(file: string | Uint8Array, again?: Again) {
  const options = {
    ...testOptions({ defaults: { timeZone: "Europe/Berlin" } }),
    organizer: organizer.slug,
    ...(again && { again: { updateDrafts: true, choices: {}, all: null, byKey: {}, ...again } }),
  };
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(options)}\n`), Buffer.from(file)]);
  return new NextRequest("http://quorix.test/", {
    method: "POST",
    headers: { "Content-Type": IMPORT_CONTENT_TYPE },
    body,
  });
}

const answerImport = async (asked: NextRequest): Promise<ImportResponse> => (await importRoute(asked)).json();
const answerImportPreview = async (asked: NextRequest): Promise<PreviewResponse> => (await previewRoute(asked)).json();

async function preview(file: string | Uint8Array, again?: Again) {
  const answer = await answerImportPreview(upload(file, again));
  if (!answer.ok) throw new Error(answer.message);
  return answer.preview;
}

async function imported(file: string | Uint8Array, again?: Again) {
  const answer = await answerImport(upload(file, again));
  if (!answer.ok) throw new Error(answer.message);
  return answer.imported;
}

const ownEvents = () => db.select().from(events).where(eq(events.organizerId, organizer.id)).orderBy(asc(events.id));
const describeEvents = async () =>
  (await ownEvents()).map(({ name, startsAt, timeZone }) =>
    [name, startsAt.toLocaleString("sv", { timeZone }).slice(0, 16)].join(" "),
  );

const feed = {
  first: readCaseFile("c08-feed-1.ics"),
  moved: readCaseFile("c08-feed-2-moved.ics"),
  renamed: readCaseFile("c08-feed-3-renamed.ics"),
};
const table = { first: readCaseFile("c08-table-1.csv"), moved: readCaseFile("c08-table-2-moved.csv") };

/** The draft after an edit in the editor. */
async function edit(changes: Record<string, string>) {
  const [event] = await ownEvents();
  if (!event) throw new Error("no event");
  const form = { ...event.form, ...changes };
  await db
    .update(events)
    .set({ form, version: event.version + 1, ...("name" in changes ? { name: changes.name } : {}) })
    .where(eq(events.id, event.id));
}

/** On sale, and one person has a ticket. */
async function publish({ isBooked }: { isBooked: boolean }) {
  const [event] = await ownEvents();
  if (!event) throw new Error("no event");
  const sold = isBooked ? 1 : 0;
  await db
    .update(events)
    .set({
      status: "published",
      form: null,
      venue: "Old Hall",
      city: "Berlin",
      country: "DE",
      publishedAt: new Date(),
      availableTickets: event.capacity - sold,
    })
    .where(eq(events.id, event.id));
  const [type] = await db
    .insert(ticketTypes)
    .values({ eventId: event.id, code: `t${event.id}`, name: "Seat", price: 0, sold })
    .returning();
  if (!type) throw new Error("no type");
  if (isBooked) {
    const { id: userId } = await makeUser(db);
    await db.insert(bookings).values({
      reference: `Q-${event.id}`,
      eventId: event.id,
      userId,
      status: "confirmed",
      numberOfTickets: 1,
      totalPrice: 0,
      currency: event.currency,
      idempotencyKey: crypto.randomUUID(),
      source: "checkout",
      bookedAt: new Date(),
      confirmedAt: new Date(),
    });
  }
  return event;
}

describe("a calendar", () => {
  test("c08: a moved and renamed event is offered, and its draft takes what the file changed", async () => {
    await imported(feed.first);
    const offered = await preview(feed.moved);
    expect(JSON.stringify(offered)).toContain("20:00");
    expect(offered).toMatchObject({
      counts: { imported: 0, existing: 1, changed: 1 },
      again: {
        drafts: 1,
        changes: [{ isSure: true, differences: [{ label: "Starts", before: "19:00", after: "20:00", stays: false }] }],
      },
    });
    expect(await describeEvents()).toEqual(["Quartet evening 2027-02-10 19:00"]);
    expect(await imported(feed.moved)).toMatchObject({ counts: { imported: 0, existing: 1, changed: 1 } });
    expect(await describeEvents()).toEqual(["Quartet evening 2027-02-10 20:00"]);
    await imported(feed.renamed);
    expect(await describeEvents()).toEqual(["Quartet evening with guest 2027-02-10 20:00"]);
    const [event] = await ownEvents();
    expect(event?.form).toMatchObject({
      name: "Quartet evening with guest",
      startsAt: "2027-02-10T20:00",
      endsAt: "2027-02-10T22:30",
    });
    expect(event?.version).toBe(3);
    // What was typed is kept beside the instant.
    expect(event).toMatchObject({ startsAtWall: "2027-02-10T20:00", startsOn: "2027-02-10" });
    // Once more changes nothing.
    expect(await preview(feed.renamed)).toMatchObject({ counts: { existing: 1, changed: 0 } });
  });

  test("c08: fields that were edited here stay, and are reported", async () => {
    await imported(feed.first);
    await edit({ name: "Quartet night", description: "With drinks." });
    const { again } = await preview(feed.renamed);
    expect(again.changes[0]?.differences.map(({ label, stays }) => [label, stays])).toEqual([
      ["Starts", false],
      ["Name", true],
    ]);
    await imported(feed.renamed);
    expect((await ownEvents())[0]?.form).toMatchObject({
      name: "Quartet night",
      description: "With drinks.",
      startsAt: "2027-02-10T20:00",
    });
    expect(await preview(feed.renamed)).toMatchObject({ counts: { changed: 0 } });
  });

  test("c08: a draft is unchanged if its organizer chooses so, and its changes are offered again", async () => {
    await imported(feed.first);
    const slug = (await ownEvents())[0]?.slug ?? "";
    await imported(feed.moved, { choices: { [slug]: "leave" } });
    await imported(feed.moved, { updateDrafts: false });
    expect(await describeEvents()).toEqual(["Quartet evening 2027-02-10 19:00"]);
    expect(await preview(feed.moved)).toMatchObject({ counts: { changed: 1 } });
  });

  test("c08: other defaults of an import change no field that the file lacks", async () => {
    await imported(feed.first);
    const options = {
      ...testOptions({ defaults: { timeZone: "Asia/Tokyo", capacity: "7", category: "food", price: "3" } }),
      organizer: organizer.slug,
    };
    const request = new NextRequest("http://quorix.test/", {
      method: "POST",
      headers: { "Content-Type": IMPORT_CONTENT_TYPE },
      body: Buffer.concat([Buffer.from(`${JSON.stringify(options)}\n`), Buffer.from(feed.first)]),
    });
    expect(await answerImportPreview(request)).toMatchObject({ preview: { counts: { existing: 1, changed: 0 } } });
  });

  test("c08: a published event is changed only where its organizer says so, at the version that was shown", async () => {
    await imported(feed.first);
    const { slug } = await publish({ isBooked: false });
    const { again } = await preview(feed.moved);
    expect(again).toMatchObject({
      drafts: 0,
      changes: [{ here: { status: "published" }, version: 1, moves: true, people: 0 }],
    });
    await imported(feed.moved);
    expect(await describeEvents()).toEqual(["Quartet evening 2027-02-10 19:00"]);
    const stale = await imported(feed.moved, { choices: { [slug]: { version: 9, tell: false } } });
    expect(stale.problems).toMatchObject([
      { kind: "left-out", reason: expect.stringContaining("changed in the meantime") },
    ]);
    await imported(feed.moved, { choices: { [slug]: { version: 1, tell: false } } });
    expect(await describeEvents()).toEqual(["Quartet evening 2027-02-10 20:00"]);
    const log = await db.select().from(auditLog).where(eq(auditLog.organizerId, organizer.id));
    expect(log.map(({ action }) => action)).toContain("event.changed");
    expect(await preview(feed.moved)).toMatchObject({ counts: { changed: 0 } });
  });

  test("c08: a move that affects bookings notifies attendees, and needs the organizer’s choice first", async () => {
    await imported(feed.first);
    const { id, slug } = await publish({ isBooked: true });
    expect((await preview(feed.moved)).again.changes).toMatchObject([{ moves: true, people: 1 }]);
    const unsaid = await imported(feed.moved, { choices: { [slug]: { version: 1, tell: false } } });
    expect(unsaid.problems).toMatchObject([{ kind: "left-out" }]);
    expect(await describeEvents()).toEqual(["Quartet evening 2027-02-10 19:00"]);
    await imported(feed.moved, { choices: { [slug]: { version: 1, tell: true } } });
    expect(await describeEvents()).toEqual(["Quartet evening 2027-02-10 20:00"]);
    const started = await db
      .select()
      .from(operations)
      .where(and(eq(operations.eventId, id), eq(operations.kind, "event_change")));
    expect(started).toHaveLength(1);
  });

  test("c08: an event that its calendar cancels is reported, and stays", async () => {
    await imported(feed.first);
    const off = new TextDecoder().decode(feed.first).replace("SEQUENCE:0", "SEQUENCE:1\nSTATUS:CANCELLED");
    expect((await preview(off)).again.cancelled).toMatchObject([
      { here: { name: "Quartet evening", status: "draft" } },
    ]);
    await imported(off);
    expect(await describeEvents()).toEqual(["Quartet evening 2027-02-10 19:00"]);
  });

  test("c08: what was imported by an earlier version is recognised, and its untouched draft updated", async () => {
    await imported(feed.first);
    await db.update(events).set({ importContent: null, importHash: null }).where(eq(events.organizerId, organizer.id));
    expect((await preview(feed.moved)).again).toMatchObject({ drafts: 1 });
    // Edited since, nobody knows whose the difference is: it is asked.
    await edit({ startsAt: "2027-02-10T18:00" });
    expect((await preview(feed.moved)).again).toMatchObject({ drafts: 0, changes: [{ isSure: false }] });
    await imported(feed.moved);
    expect((await ownEvents())[0]?.form).toMatchObject({ startsAt: "2027-02-10T18:00" });
  });
});

describe("a table", () => {
  const rows = (...lines: string[]) => `Name,Start,Venue,City\n${lines.join("\n")}\n`;

  test("c08: a row that has moved on its day is the same event", async () => {
    await imported(table.first);
    expect(JSON.stringify(await preview(table.moved))).toContain("19:30");
    expect(await imported(table.moved)).toMatchObject({ counts: { imported: 0, existing: 1, changed: 1 } });
    expect(await describeEvents()).toEqual(["Quartet evening 2027-02-10 19:30"]);
    // It moved with its length, and is known by its new time.
    expect((await ownEvents())[0]?.form).toMatchObject({ endsAt: "2027-02-10T21:30" });
    expect(await preview(table.moved)).toMatchObject({ counts: { imported: 0, existing: 1, changed: 0 } });
    await imported(table.first);
    expect(await describeEvents()).toEqual(["Quartet evening 2027-02-10 19:00"]);
  });

  test("c08: events of one name stay separate, and new ones are added", async () => {
    const weekly = rows("Jazz,2027-03-02 20:00,Club,Berlin", "Jazz,2027-03-09 20:00,Club,Berlin");
    await imported(weekly);
    expect(await imported(`${weekly}Jazz,2027-03-16 20:00,Club,Berlin\n`)).toMatchObject({
      counts: { imported: 1, existing: 2 },
    });
    const next = rows("Jazz,2027-04-06 20:00,Club,Berlin", "Jazz,2027-04-13 20:00,Club,Berlin");
    expect(await imported(next)).toMatchObject({ counts: { imported: 2, existing: 0, asked: 0 } });
    expect(await ownEvents()).toHaveLength(5);
  });

  test("c08: one evening among others that moves to another day is asked about", async () => {
    await imported(rows("Jazz,2027-03-02 20:00,Club,Berlin", "Jazz,2027-03-09 20:00,Club,Berlin"));
    const moved = rows("Jazz,2027-03-02 20:00,Club,Berlin", "Jazz,2027-03-10 20:00,Club,Berlin");
    const { again, counts } = await preview(moved);
    expect(counts).toMatchObject({ imported: 0, existing: 1, asked: 1 });
    const [question] = again.asked;
    expect(question).toMatchObject({ why: "moved", row: 3, candidates: [{ startsAt: "2027-03-09T19:00:00.000Z" }] });
    await imported(moved);
    expect(await ownEvents()).toHaveLength(2);
    const slug = question?.candidates[0]?.slug ?? "";
    await imported(moved, { byKey: { [question?.key ?? ""]: slug } });
    expect(await describeEvents()).toEqual(["Jazz 2027-03-02 20:00", "Jazz 2027-03-10 20:00"]);
    expect(await preview(moved)).toMatchObject({ counts: { imported: 0, existing: 2, changed: 0, asked: 0 } });
  });

  test("c08: which of two performances of a day has moved is asked; or it is a third", async () => {
    await imported(rows("Play,2027-03-02 15:00,Stage,Berlin", "Play,2027-03-02 20:00,Stage,Berlin"));
    const moved = rows("Play,2027-03-02 16:00,Stage,Berlin", "Play,2027-03-02 21:00,Stage,Berlin");
    const { again } = await preview(moved);
    expect(again.asked.map(({ candidates }) => candidates.length)).toEqual([2, 2]);
    await imported(moved, { all: "new" });
    expect(await ownEvents()).toHaveLength(4);
  });

  test("c08: a row with another place or name at its time is asked about", async () => {
    const first = rows("Jazz,2027-03-02 20:00,Club,Berlin", "Play,2027-03-03 20:00,Stage,Berlin");
    await imported(first);
    const place = rows("Jazz,2027-03-02 20:00,Arena,Berlin", "Play,2027-03-03 20:00,Stage,Berlin");
    expect((await preview(place)).counts).toMatchObject({ imported: 0, existing: 1, asked: 1 });
    await imported(place, { all: "same" });
    expect((await ownEvents()).map(({ form }) => form?.venue)).toEqual(["Arena", "Stage"]);
    expect((await preview(place)).counts).toMatchObject({ imported: 0, existing: 2, asked: 0 });
    const name = rows("Jazz,2027-03-02 20:00,Arena,Berlin", "Drama,2027-03-03 20:00,Stage,Berlin");
    expect((await preview(name)).counts).toMatchObject({ imported: 0, existing: 1, asked: 1 });
    await imported(name, { all: "same" });
    expect(await describeEvents()).toEqual(["Jazz 2027-03-02 20:00", "Drama 2027-03-03 20:00"]);
    // Another event at the same time and elsewhere is one.
    const more = rows("Quiz,2027-03-02 20:00,Cellar,Berlin");
    expect((await preview(more)).counts).toMatchObject({ imported: 1, asked: 0 });
  });

  test("c08: a row with an id is known by it, on whichever day", async () => {
    await imported("id,name,start\n7,Jazz,2027-03-02 20:00\n");
    await imported("id,name,start\n7,Jazz,2027-05-02 20:00\n");
    expect(await describeEvents()).toEqual(["Jazz 2027-05-02 20:00"]);
  });
});

describe("a feed and a table of the same events", () => {
  test("c08: a possible duplicate is asked about, and the answer is kept", async () => {
    await imported(feed.first);
    const { again, counts } = await preview(table.first);
    expect(counts).toMatchObject({ imported: 0, asked: 1 });
    expect(again.asked).toMatchObject([{ why: "alike", candidates: [{ name: "Quartet evening" }] }]);
    await imported(table.first);
    await imported(table.moved);
    expect(await ownEvents()).toHaveLength(1);
    await imported(table.first, { all: "same" });
    expect(await preview(table.first)).toMatchObject({ counts: { asked: 0, existing: 1 } });
    await imported(feed.moved);
    expect(await describeEvents()).toEqual(["Quartet evening 2027-02-10 20:00"]);
  });

  test("c08: an event that was matched by an answer is reported when its calendar cancels it", async () => {
    await imported(table.first);
    await imported(feed.first, { all: "same" });
    const off = new TextDecoder().decode(feed.first).replace("SEQUENCE:0", "SEQUENCE:1\nSTATUS:CANCELLED");
    expect((await preview(off)).again.cancelled).toMatchObject([{ here: { name: "Quartet evening" } }]);
  });

  test("c08: the answer can be that it is another event", async () => {
    await imported(feed.first);
    expect(await imported(table.first, { all: "new" })).toMatchObject({ counts: { imported: 1 } });
    expect(await ownEvents()).toHaveLength(2);
  });
});

test("c08: two imports of a moved feed at once change it once", async () => {
  await imported(feed.first);
  const answers = await Promise.all(Array.from({ length: 6 }, () => imported(feed.moved)));
  expect(await describeEvents()).toEqual(["Quartet evening 2027-02-10 20:00"]);
  expect((await ownEvents())[0]?.version).toBe(2);
  expect(answers.reduce((sum, { counts }) => sum + counts.changed, 0)).toBe(1);
});

test("thousands of moved drafts are updated together", { timeout: 60_000 }, async () => {
  const day = (index: number) =>
    addDays(new Date("2027-01-01T00:00Z"), index % 300)
      .toISOString()
      .slice(0, 10);
  const file = (time: string) =>
    `id,name,start\n${Array.from({ length: 3_000 }, (_, index) => `${index},Event ${index},${day(index)} ${time}`).join("\n")}\n`;
  await imported(file("19:00"));
  const offered = await preview(file("20:00"));
  expect([offered.again.drafts, offered.again.changes.length]).toEqual([3_000, 200]);
  expect(await imported(file("20:00"))).toMatchObject({ counts: { changed: 3_000, imported: 0 } });
  const times = new Set((await describeEvents()).map((line) => line.slice(-5)));
  expect([...times]).toEqual(["20:00"]);
});
