import { asc, eq } from "drizzle-orm";
import { beforeEach } from "vitest";
import { db, sql } from "@/db/client";
import { auditLog } from "@/db/schema";
import { changeEvent } from "@/lib/event-editing/change-event";
import { createDraft } from "@/lib/event-editing/create-draft";
import { readCurrentEvent } from "@/lib/event-editing/current-event";
import type { EventForm } from "@/lib/event-editing/form";
import { publishEvent } from "@/lib/event-editing/publish";
import { openTestBookings } from "./booking";
import { completeForm } from "./event-form";
import { makeMember } from "./factories";

/** Event editing on this file's database: drafts, published events, and changes of them by one member of a team. */
export async function openEditingFixture() {
  const testBookings = await openTestBookings({ url: "", db, sql, close: async () => {} });
  const { manager } = testBookings;
  let member: Awaited<ReturnType<typeof makeMember>>;
  beforeEach(async () => {
    member = await makeMember(db);
  });

  const actor = () => ({ actorId: member.userId });
  const rowOf = async (id: number) => (await readCurrentEvent(db, id)).event;

  async function draft(form: EventForm = completeForm()) {
    return createDraft({ organizerId: member.organizerId, form, key: crypto.randomUUID(), ...actor() });
  }

  async function published(over: Partial<EventForm> = {}) {
    const made = await draft(completeForm(over));
    const result = await publishEvent(manager, { eventId: made.id, version: made.version, ...actor() });
    if (!result.ok) throw new Error(result.code);
    return current(made.id);
  }

  async function current(id: number) {
    const { event, types, form } = await readCurrentEvent(db, id);
    return { ...event, ticketTypes: types, form, version: event.version };
  }

  type Current = Awaited<ReturnType<typeof current>>;
  function typeAt(event: Current, index: number) {
    const type = event.form.ticketTypes[index];
    if (!type) throw new Error("no such ticket type");
    return type;
  }

  function change(
    event: Current,
    over: Partial<EventForm>,
    more: { isMoveConfirmed?: boolean; version?: number; takesPayments?: boolean } = {},
  ) {
    const form = { ...event.form, ...over };
    return changeEvent(manager, {
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

  return {
    testBookings,
    manager,
    member: () => member,
    actor,
    rowOf,
    draft,
    published,
    current,
    typeAt,
    change,
    actions,
  };
}
