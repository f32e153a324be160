import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema";
import { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import { type LockEvent, lockEventRow } from "@/lib/inventory/load";
import { expectCleanInventory } from "@/test/booking";
import { openEditingFixture } from "@/test/event-editing";
import { completeForm } from "@/test/event-form";
import { makeMember } from "@/test/factories";
import { blockWrites, expectLockWaiters } from "@/test/locks";
import { createDraft } from "./create-draft";
import { copyForm, duplicateEvent } from "./duplicate";
import { emptyEventForm, emptyTicketType } from "./form";
import { publishEvent } from "./publish";
import { saveDraft } from "./save-draft";

const { testBookings, manager, member, actor, rowOf, draft, published, current, actions } = await openEditingFixture();

describe("drafts", () => {
  test("an empty one is made, and made once however often it is asked for", async () => {
    const asked = { organizerId: member().organizerId, form: emptyEventForm(), key: crypto.randomUUID(), ...actor() };
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
    const result = await saveDraft(manager, { eventId: made.id, version: 1, form, ...actor() });
    expect(result).toMatchObject({ ok: true, version: 2 });
    expect(await rowOf(made.id)).toMatchObject({ name: "Late", capacity: 0, form, savedBy: member().userId });
    await expectCleanInventory(db);
  });

  test("capacity follows the form, with seats to sell", async () => {
    const made = await draft(completeForm({ capacity: "40" }));
    await saveDraft(manager, { eventId: made.id, version: 1, form: completeForm({ capacity: "15" }), ...actor() });
    expect(await rowOf(made.id)).toMatchObject({ capacity: 15, availableTickets: 15 });
  });

  test("an older version does not overwrite a newer one, and is shown it", async () => {
    const made = await draft();
    const save = (version: number, name: string) =>
      saveDraft(manager, { eventId: made.id, version, form: completeForm({ name }), ...actor() });
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
      saveDraft(manager, { eventId: made.id, version: 1, form: completeForm({ name: "Twice" }), ...actor() });
    expect(await save()).toMatchObject({ ok: true, version: 2 });
    expect(await save()).toMatchObject({ ok: true, version: 2 });
  });

  test("one entry in the audit log for a sitting", async () => {
    const made = await draft();
    for (const version of [1, 2, 3]) {
      const form = completeForm({ name: `Night ${version}` });
      await saveDraft(manager, { eventId: made.id, version, form, ...actor() });
    }
    const other = await makeMember(db, { organizerId: member().organizerId });
    const form = completeForm({ name: "Night 4" });
    await saveDraft(manager, { eventId: made.id, version: 4, form, actorId: other.userId });
    expect(await actions(made.id)).toEqual(["event.created", "event.draft-edited"]);
  });
});

describe("publishing", () => {
  test("an incomplete draft is refused with everything that is missing", async () => {
    const made = await draft(emptyEventForm());
    const result = await publishEvent(manager, { eventId: made.id, version: 1, ...actor() });
    expect(result).toMatchObject({ ok: false, code: "INVALID", errors: { name: expect.any(String) } });
    expect(await rowOf(made.id)).toMatchObject({ status: "draft", version: 1 });
  });

  test("a start in the past is refused", async () => {
    const made = await draft(completeForm({ startsAt: "2024-05-01T10:00", endsAt: "2024-05-01T12:00" }));
    const result = await publishEvent(manager, { eventId: made.id, version: 1, ...actor() });
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
    await testBookings.book(event, 2);
    expect(await actions(event.id)).toContain("event.published");
    await expectCleanInventory(db);
  });

  test("twice is once, and another version's summary is not published", async () => {
    const made = await draft(completeForm({ name: "Only once" }));
    const stale = await publishEvent(manager, { eventId: made.id, version: 9, ...actor() });
    expect(stale).toMatchObject({ ok: false, code: "CONFLICT" });
    const publish = () => publishEvent(manager, { eventId: made.id, version: 1, ...actor() });
    const both = await Promise.all([publish(), publish()]);
    expect(both).toEqual([
      { ok: true, slug: "only-once", alreadyDone: expect.any(Boolean) },
      { ok: true, slug: "only-once", alreadyDone: expect.any(Boolean) },
    ]);
    expect((await actions(made.id)).filter((action) => action === "event.published")).toHaveLength(1);
  });

  test("ticket types of a draft that came without a form are kept, not doubled", async () => {
    const event = await testBookings.event({
      status: "draft",
      organizerId: member().organizerId,
      ticketTypes: [{ name: "Old", price: 500 }],
    });
    const { form } = await current(event.id);
    await saveDraft(manager, { eventId: event.id, version: 1, form: { ...form, name: "Renamed" }, ...actor() });
    await publishEvent(manager, { eventId: event.id, version: 2, ...actor() });
    const after = await current(event.id);
    expect(after.ticketTypes.map(({ id, code }) => [id, code])).toEqual(
      event.ticketTypes.map(({ id, code }) => [id, code]),
    );
  });
});

describe("two organizers save one draft in one moment", () => {
  const unlocked: LockEvent = (tx, eventId) => tx.query.events.findFirst({ where: eq(events.id, eventId) });

  async function saveTwice(lockEvent: LockEvent) {
    const made = await draft();
    const results = await Promise.all(
      ["First", "Second"].map((name) =>
        // Two instances, each with its own queue.
        saveDraft(new BookingConcurrencyManager({ db, redis: null, lockEvent }), {
          eventId: made.id,
          version: 1,
          form: completeForm({ name }),
          ...actor(),
        }),
      ),
    );
    return results.filter(({ ok }) => ok).length;
  }

  test("under the row lock, one is saved and the other is refused", async () => {
    expect(await saveTwice(lockEventRow)).toBe(1);
  });

  test("without it, both report success, and one is lost", async () => {
    const gate = await blockWrites(db, "update", "events", "new.version > old.version");
    const saving = saveTwice(unlocked);
    // Both have read the version: one waits at the gate, the other for its row.
    await expectLockWaiters(db, 2);
    await gate.open();
    expect(await saving).toBe(2);
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
    await testBookings.book(event, 1);
    const copy = await duplicateEvent(event, member().userId, new Date("2026-11-22T12:00:00Z"));
    const after = await current(copy.id);
    expect(after).toMatchObject({ status: "draft", availableTickets: 40, organizerId: member().organizerId });
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
    expect((await publishEvent(manager, { eventId: copy.id, version: copy.version, ...actor() })).ok).toBe(true);
  });

  test("of a past event it is the next such weekday", () => {
    const form = completeForm({ startsAt: "2026-01-07T20:00", endsAt: "2026-01-07T22:00" });
    expect(copyForm(form, new Date("2026-11-22T12:00:00Z")).startsAt).toBe("2026-11-25T20:00");
  });

  test("a name of 120 characters leaves room for its mark", () => {
    const { name } = copyForm(completeForm({ name: "x".repeat(120) }), new Date());
    expect(name).toHaveLength(120);
    expect(name.endsWith(" (copy)")).toBe(true);
  });
});

test("unknown events are not found", async () => {
  const form = completeForm();
  expect(await saveDraft(manager, { eventId: 0, version: 1, form, ...actor() })).toEqual({
    ok: false,
    code: "EVENT_NOT_FOUND",
  });
});
