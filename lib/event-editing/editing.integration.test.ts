import { and, asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db, sql } from "@/db/client";
import { auditLog, events, operations, outbox, ticketTypes } from "@/db/schema";
import { BookingConcurrencyManager } from "@/lib/booking/concurrency";
import { type LockEvent, lockEventRow } from "@/lib/booking/locked-event";
import { expectCleanInventory, openBoxOffice } from "@/test/booking";
import { completeForm } from "@/test/event-form";
import { makeMember } from "@/test/factories";
import { createDraft } from "./create";
import { currentEvent } from "./current";
import { copyOf, duplicate } from "./duplicate";
import { type EventForm, emptyEventForm, emptyTicketType } from "./form";

const office = await openBoxOffice({ url: "", db, sql, close: async () => {} });
const { manager } = office;
let member: Awaited<ReturnType<typeof makeMember>>;
beforeEach(async () => {
  member = await makeMember(db);
});

const actor = () => ({ actorId: member.userId });
const rowOf = async (id: number) => (await currentEvent(db, id)).event;

async function draft(form: EventForm = completeForm()) {
  return createDraft({ organizerId: member.organizerId, form, key: crypto.randomUUID(), ...actor() });
}

async function published(over: Partial<EventForm> = {}) {
  const made = await draft(completeForm(over));
  const result = await manager.publish({ eventId: made.id, version: made.version, ...actor() });
  if (!result.ok) throw new Error(result.code);
  return current(made.id);
}

async function current(id: number) {
  const { event, types, form } = await currentEvent(db, id);
  return { ...event, ticketTypes: types, form, version: event.version };
}

type Current = Awaited<ReturnType<typeof current>>;

function typeAt(event: Current, index: number) {
  const type = event.form.ticketTypes[index];
  if (!type) throw new Error("no such ticket type");
  return type;
}

function change(event: Current, over: Partial<EventForm>, more: { isMoveConfirmed?: boolean; version?: number } = {}) {
  const form = { ...event.form, ...over };
  return manager.changeEvent({
    eventId: event.id,
    version: event.version,
    isMoveConfirmed: false,
    ...actor(),
    ...more,
    form,
  });
}

const actions = async (eventId: number) =>
  (
    await db
      .select({ action: auditLog.action })
      .from(auditLog)
      .where(eq(auditLog.eventId, eventId))
      .orderBy(asc(auditLog.id))
  ).map(({ action }) => action);

describe("drafts", () => {
  test("an empty one is made, and made once however often it is asked for", async () => {
    const asked = { organizerId: member.organizerId, form: emptyEventForm(), key: crypto.randomUUID(), ...actor() };
    const [one, two] = await Promise.all([createDraft(asked), createDraft(asked)]);
    expect(two.slug).toBe(one.slug);
    expect([one.isNew, two.isNew].toSorted()).toEqual([false, true]);
    expect(await actions(one.id)).toEqual(["event.created"]);
  });

  test("drafts of one name get addresses of their own, also in one moment", async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => draft(completeForm({ name: "Same Night: Café!" }))));
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(4);
    expect(made.map(({ slug }) => slug)).toContain("same-night-cafe");
  });

  test("a save keeps what was typed, valid or not, and counts up", async () => {
    const made = await draft(emptyEventForm());
    const form = { ...emptyEventForm(), name: "Late", capacity: "many", startsAt: "2026-13-40T99:99" };
    const result = await manager.saveDraft({ eventId: made.id, version: 1, form, ...actor() });
    expect(result).toMatchObject({ ok: true, version: 2 });
    expect(await rowOf(made.id)).toMatchObject({ name: "Late", capacity: 0, form, savedBy: member.userId });
    await expectCleanInventory(db);
  });

  test("capacity follows the form, with seats to sell", async () => {
    const made = await draft(completeForm({ capacity: "40" }));
    await manager.saveDraft({ eventId: made.id, version: 1, form: completeForm({ capacity: "15" }), ...actor() });
    expect(await rowOf(made.id)).toMatchObject({ capacity: 15, availableTickets: 15 });
  });

  test("an older version does not overwrite a newer one, and is shown it", async () => {
    const made = await draft();
    const save = (version: number, name: string) =>
      manager.saveDraft({ eventId: made.id, version, form: completeForm({ name }), ...actor() });
    const both = await Promise.all([save(1, "First"), save(1, "Second")]);
    const won = both.find(({ ok }) => ok);
    const lost = both.find(({ ok }) => !ok);
    expect(won).toMatchObject({ ok: true, version: 2 });
    const { name } = await rowOf(made.id);
    expect(lost).toMatchObject({ code: "CONFLICT", theirs: { version: 2, form: { name } } });
    expect(lost).toHaveProperty("theirs.savedBy", expect.stringContaining("Attendee"));
  });

  test("the same values again are no conflict: an answer may have been lost", async () => {
    const made = await draft();
    const save = () =>
      manager.saveDraft({ eventId: made.id, version: 1, form: completeForm({ name: "Twice" }), ...actor() });
    expect(await save()).toMatchObject({ ok: true, version: 2 });
    expect(await save()).toMatchObject({ ok: true, version: 2 });
  });

  test("one entry in the audit log for a sitting", async () => {
    const made = await draft();
    for (const version of [1, 2, 3]) {
      const form = completeForm({ name: `Night ${version}` });
      await manager.saveDraft({ eventId: made.id, version, form, ...actor() });
    }
    const other = await makeMember(db, { organizerId: member.organizerId });
    const form = completeForm({ name: "Night 4" });
    await manager.saveDraft({ eventId: made.id, version: 4, form, actorId: other.userId });
    expect(await actions(made.id)).toEqual(["event.created", "event.draft-edited"]);
  });
});

describe("publishing", () => {
  test("an incomplete draft is refused with everything that is missing", async () => {
    const made = await draft(emptyEventForm());
    const result = await manager.publish({ eventId: made.id, version: 1, ...actor() });
    expect(result).toMatchObject({ ok: false, code: "INVALID", errors: { name: expect.any(String) } });
    expect(await rowOf(made.id)).toMatchObject({ status: "draft", version: 1 });
  });

  test("a start in the past is refused", async () => {
    const made = await draft(completeForm({ startsAt: "2024-05-01T10:00", endsAt: "2024-05-01T12:00" }));
    const result = await manager.publish({ eventId: made.id, version: 1, ...actor() });
    expect(result).toMatchObject({ code: "INVALID", errors: { startsAt: expect.stringContaining("past") } });
  });

  test("columns and ticket types are written at once, and people can book", async () => {
    const types = [
      { ...emptyTicketType("AAAA0001"), name: "Standing", price: "8", quota: "5" },
      { ...emptyTicketType("AAAA0002"), name: "Seat", price: "12.50" },
    ];
    const event = await published({ name: "Tables at dusk", ticketTypes: types });
    expect(event).toMatchObject({ status: "published", slug: "tables-at-dusk", capacity: 40, availableTickets: 40 });
    expect(event.publishedAt).toBeInstanceOf(Date);
    expect((await rowOf(event.id)).form).toBeNull();
    expect(event.ticketTypes).toMatchObject([
      { code: "AAAA0001", price: 800, quota: 5, position: 0 },
      { code: "AAAA0002", price: 1250, quota: null, position: 1 },
    ]);
    await office.book(event, 2);
    expect(await actions(event.id)).toContain("event.published");
    await expectCleanInventory(db);
  });

  test("twice is once, and another version's summary is not published", async () => {
    const made = await draft(completeForm({ name: "Only once" }));
    const stale = await manager.publish({ eventId: made.id, version: 9, ...actor() });
    expect(stale).toMatchObject({ ok: false, code: "CONFLICT" });
    const publish = () => manager.publish({ eventId: made.id, version: 1, ...actor() });
    const both = await Promise.all([publish(), publish()]);
    expect(both).toEqual([
      { ok: true, slug: "only-once", alreadyDone: expect.any(Boolean) },
      { ok: true, slug: "only-once", alreadyDone: expect.any(Boolean) },
    ]);
    expect((await actions(made.id)).filter((action) => action === "event.published")).toHaveLength(1);
  });

  test("ticket types of a draft that came without a form are kept, not doubled", async () => {
    const event = await office.event({
      status: "draft",
      organizerId: member.organizerId,
      ticketTypes: [{ name: "Old", price: 500 }],
    });
    const { form } = await current(event.id);
    await manager.saveDraft({ eventId: event.id, version: 1, form: { ...form, name: "Renamed" }, ...actor() });
    await manager.publish({ eventId: event.id, version: 2, ...actor() });
    const after = await current(event.id);
    expect(after.ticketTypes.map(({ id, code }) => [id, code])).toEqual(
      event.ticketTypes.map(({ id, code }) => [id, code]),
    );
  });
});

describe("changing a published event", () => {
  test("values, version and time of the save", async () => {
    const event = await published();
    const result = await change(event, { name: "Renamed", summary: "Short." });
    expect(result).toMatchObject({ ok: true, version: event.version + 1, operationId: null });
    const after = await rowOf(event.id);
    expect(after).toMatchObject({ name: "Renamed", summary: "Short.", slug: event.slug, savedBy: member.userId });
    expect(after.updatedAt.getTime()).toBeGreaterThanOrEqual(event.updatedAt.getTime());
    const [entry] = await db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.eventId, event.id), eq(auditLog.action, "event.changed")));
    expect(entry?.detail).toEqual({ fields: ["name", "summary"] });
  });

  test("a stale version is refused with the other values, and nothing is written", async () => {
    const event = await published();
    await change(event, { venue: "The other hall" });
    const result = await change(event, { name: "Lost?" });
    expect(result).toMatchObject({ code: "CONFLICT", theirs: { form: { venue: "The other hall" } } });
    expect(await rowOf(event.id)).not.toMatchObject({ name: "Lost?" });
  });

  test("an incomplete form is refused at its fields", async () => {
    const event = await published();
    expect(await change(event, { name: "", capacity: "x" })).toMatchObject({
      code: "INVALID",
      errors: { name: expect.any(String), capacity: expect.any(String) },
    });
  });

  test("capacity and quota never fall below what is sold and held, and both are said", async () => {
    const event = await published({ ticketTypes: [{ ...emptyTicketType("SOLD0001"), name: "Seat", price: "0" }] });
    await office.book(event, 3);
    await office.hold(event, 2);
    const type = typeAt(event, 0);
    const result = await change(event, { capacity: "4", ticketTypes: [{ ...type, quota: "4" }] });
    expect(result).toMatchObject({
      code: "INVALID",
      errors: { capacity: expect.stringContaining("5"), "ticketTypes.0.quota": expect.stringContaining("5") },
    });
    expect(await change(event, { capacity: "5" })).toMatchObject({ ok: true });
    expect(await office.counters(event)).toEqual({ available: 0, waitlist: 0, capacity: 5 });
    await expectCleanInventory(db);
  });

  test("holds that ran out do not stand in the way of a smaller quota", async () => {
    const event = await published({ ticketTypes: [{ ...emptyTicketType("LAPS0001"), name: "Seat", price: "0" }] });
    await office.hold(event, 3);
    office.advance(60);
    const type = typeAt(event, 0);
    const result = await change(event, { capacity: "2", ticketTypes: [{ ...type, quota: "1" }] });
    office.advance(-60);
    expect(result).toMatchObject({ ok: true });
    await expectCleanInventory(db);
  });

  test("a raised quota is owed to those who wait before the public sees it", async () => {
    const event = await published({
      capacity: "10",
      ticketTypes: [{ ...emptyTicketType("QUOT0001"), name: "Seat", price: "0", quota: "1" }],
    });
    await office.book(event, 1);
    const waiting = await office.wait(event, 2);
    const type = typeAt(event, 0);
    const before = await db.select().from(outbox).where(eq(outbox.name, "waitlist/seats.freed"));
    expect(await change(event, { ticketTypes: [{ ...type, quota: "3" }] })).toMatchObject({ ok: true });
    expect(await office.counters(event)).toEqual({ available: 7, waitlist: 2, capacity: 10 });
    const after = await db.select().from(outbox).where(eq(outbox.name, "waitlist/seats.freed"));
    expect(after).toHaveLength(before.length + 1);
    await office.convert(event);
    expect(await office.entry(waiting.entryId)).toMatchObject({ status: "converted" });
    expect(await office.counters(event)).toEqual({ available: 7, waitlist: 0, capacity: 10 });
    await expectCleanInventory(db);
  });

  test("ticket types are added, reordered and removed; one with bookings stays", async () => {
    const types = ["TYPE000A", "TYPE000B"].map((code) => ({
      ...emptyTicketType(`${code}`),
      name: code,
      price: "0",
    }));
    const event = await published({ ticketTypes: types });
    await office.book(event, 1);
    const [a, b] = [typeAt(event, 0), typeAt(event, 1)];
    const added = { ...emptyTicketType("TYPE000C"), name: "C", price: "3" };
    expect(await change(event, { ticketTypes: [b, added] })).toMatchObject({
      code: "INVALID",
      errors: { ticketTypes: expect.stringContaining("closed, but not deleted") },
    });
    expect(await change(event, { ticketTypes: [added, a] })).toMatchObject({ ok: true });
    const after = await db
      .select({ code: ticketTypes.code })
      .from(ticketTypes)
      .where(eq(ticketTypes.eventId, event.id))
      .orderBy(ticketTypes.position);
    expect(after.map(({ code }) => code)).toEqual(["TYPE000C", "TYPE000A"]);
    await expectCleanInventory(db);
  });

  test("the currency stays once there are bookings", async () => {
    const event = await published({ ticketTypes: [{ ...emptyTicketType("CURR0001"), name: "Seat", price: "0" }] });
    await office.book(event, 1);
    expect(await change(event, { currency: "USD" })).toMatchObject({
      code: "INVALID",
      errors: { currency: expect.any(String) },
    });
  });

  test("moving it asks first where people have booked, then tells them in the background", async () => {
    const event = await published({ ticketTypes: [{ ...emptyTicketType("MOVE0001"), name: "Seat", price: "0" }] });
    await office.book(event, 2);
    const moved = { venue: "The boat shed" };
    expect(await change(event, moved)).toEqual({ ok: false, code: "MOVES_BOOKINGS" });
    expect(await rowOf(event.id)).toMatchObject({ venue: "The Ropeworks" });
    const result = await change(event, moved, { isMoveConfirmed: true });
    expect(result).toMatchObject({ ok: true, operationId: expect.any(String) });
    const [operation] = await db.select().from(operations).where(eq(operations.eventId, event.id));
    expect(operation).toMatchObject({
      kind: "event_change",
      startedBy: member.userId,
      detail: { from: { venue: "The Ropeworks" }, to: { venue: "The boat shed" } },
    });
  });

  test("moving it without bookings, and words with bookings, ask nothing", async () => {
    const event = await published({ ticketTypes: [{ ...emptyTicketType("WORD0001"), name: "Seat", price: "0" }] });
    expect(await change(event, { venue: "The boat shed" })).toMatchObject({ ok: true, operationId: null });
    const again = await current(event.id);
    await office.book(again, 1);
    expect(await change(again, { description: "More." })).toMatchObject({ ok: true, operationId: null });
  });

  test("of a past event only its words and its picture change", async () => {
    const event = await office.event({
      organizerId: member.organizerId,
      startsAt: new Date(Date.now() - 10 * 3_600_000),
    });
    const was = await current(event.id);
    expect(await change(was, { name: "No", capacity: "1", description: "It was lovely." })).toMatchObject({ ok: true });
    expect(await rowOf(event.id)).toMatchObject({ name: event.name, capacity: 10, description: "It was lovely." });
  });

  test("of a cancelled event nothing changes", async () => {
    const event = await office.event({ organizerId: member.organizerId, status: "cancelled" });
    expect(await change(await current(event.id), { name: "No" })).toEqual({ ok: false, code: "EVENT_CANCELLED" });
  });
});

describe("two organizers save one draft in one moment", () => {
  /** Reads the row without locking it, and waits until the other one has read it as well. */
  function unlocked(): LockEvent {
    let arrived = 0;
    let open = () => {};
    const both = new Promise<void>((resolve) => {
      open = resolve;
    });
    return async (tx, eventId) => {
      const row = await tx.query.events.findFirst({ where: eq(events.id, eventId) });
      arrived += 1;
      if (arrived === 2) open();
      await both;
      return row;
    };
  }

  async function saveTwice(lockEvent: LockEvent) {
    const made = await draft();
    const racing = new BookingConcurrencyManager({ db, redis: null, lockEvent });
    const results = await Promise.all(
      ["First", "Second"].map((name) =>
        racing.saveDraft({ eventId: made.id, version: 1, form: completeForm({ name }), ...actor() }),
      ),
    );
    return results.filter(({ ok }) => ok).length;
  }

  test("under the row lock, one is saved and the other is told", async () => {
    expect(await saveTwice(lockEventRow)).toBe(1);
  });

  test("without it, both are told that they are saved, and one is lost", async () => {
    expect(await saveTwice(unlocked())).toBe(2);
  });
});

describe("duplicating", () => {
  test("copies everything but bookings, to the same weekday and hour, as a draft", async () => {
    const event = await published({
      startsAt: "2027-03-24T19:30",
      endsAt: "2027-03-24T23:00",
      salesEndAt: "2027-03-24T12:00",
      ticketTypes: [{ ...emptyTicketType("DUPL0001"), name: "Seat", price: "0" }],
    });
    await office.book(event, 1);
    const copy = await duplicate(event, member.userId, new Date("2026-11-22T12:00:00Z"));
    const after = await current(copy.id);
    expect(after).toMatchObject({ status: "draft", availableTickets: 40, organizerId: member.organizerId });
    expect(after.form).toMatchObject({
      name: "Night of the long tables (copy)",
      // A week later, over the change of the clocks, and still at half past seven.
      startsAt: "2027-03-31T19:30",
      endsAt: "2027-03-31T23:00",
      salesEndAt: "2027-03-31T12:00",
      ticketTypes: [{ name: "Seat" }],
    });
    expect(after.form.ticketTypes[0]?.code).not.toBe("DUPL0001");
    expect(await actions(copy.id)).toEqual(["event.duplicated"]);
    expect((await manager.publish({ eventId: copy.id, version: copy.version, ...actor() })).ok).toBe(true);
  });

  test("of a past event it is the next such weekday", () => {
    const form = completeForm({ startsAt: "2026-01-07T20:00", endsAt: "2026-01-07T22:00" });
    expect(copyOf(form, new Date("2026-11-22T12:00:00Z")).startsAt).toBe("2026-11-25T20:00");
  });

  test("a name of 120 characters leaves room for its mark", () => {
    const { name } = copyOf(completeForm({ name: "x".repeat(120) }), new Date());
    expect(name).toHaveLength(120);
    expect(name.endsWith(" (copy)")).toBe(true);
  });
});

test("events that are no event are not there", async () => {
  const form = completeForm();
  expect(await manager.saveDraft({ eventId: 0, version: 1, form, ...actor() })).toEqual({
    ok: false,
    code: "EVENT_NOT_FOUND",
  });
});
