import { eq } from "drizzle-orm";
import { events } from "@/db/schema";
import { declareWallClockWrites } from "@/db/wall-clocks";
import { operationStarted, waitlistSeatsFreed } from "@/inngest/events";
import { setCapacity } from "@/lib/booking/seat-counters";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/exclusive-unit-of-work";
import { isMultiDay } from "@/lib/inventory/sales";
import type { EventUnitOfWork } from "@/lib/inventory/unit-of-work";
import { CURRENCY_NOT_OFFERED, isOfferedCurrency } from "@/lib/money/currencies";
import { hasMoved, pickTimeAndPlace } from "@/lib/operations/detail";
import { recordOperation } from "@/lib/operations/start";
import { validationFailure } from "@/lib/requests/result";
import { eventSearchColumns } from "@/lib/search/vector";
import { findTimeZone } from "@/lib/time/time-zone";
import { fieldErrors } from "@/texts/event-errors";
import { chargeErrors } from "@/texts/payments";
import { readCurrentEvent, replacedCover, toEditConflict } from "./current-event";
import { haveSalesTimesChanged } from "./event-times";
import type { EventForm } from "./form";
import { changedFields } from "./form-diff";
import { isPaidOnline } from "./publish";
import type { ChangeEventResult } from "./results";
import { isSameForm } from "./same-form";
import { type EventValues, eventFormSchema } from "./schema";
import { listUsedTicketTypes, ticketTypeErrors, writeTicketTypes } from "./write-ticket-types";

export type ChangeEventInput = {
  eventId: number;
  actorId: number;
  /** The version that the form is based on. */
  version: number;
  form: EventForm;
  /** The organizer has confirmed the consequences of a new date or place. */
  isMoveConfirmed: boolean;
  /** Whether there is a provider for payments online. An event that is paid so already can be saved without one. */
  takesPayments?: boolean;
};

/** Saves a published event atomically: its columns, its ticket types and its capacity. */
export async function changeEvent(
  manager: BookingConcurrencyManager,
  input: ChangeEventInput,
): Promise<ChangeEventResult> {
  const result = await manager.runExclusive(input.eventId, (unit) => decideChange(unit, input));
  return result ?? { ok: false, code: "EVENT_NOT_FOUND" };
}

async function decideChange(unit: ExclusiveUnitOfWork, input: ChangeEventInput): Promise<ChangeEventResult> {
  const { tx, now } = unit;
  let current = await readCurrentEvent(tx, input.eventId);
  const { event } = current;
  if (event.status === "cancelled") return { ok: false, code: "EVENT_CANCELLED" };
  if (event.status === "draft") return { ok: false, code: "NOT_PUBLISHED" };
  const isOver = event.endsAt <= now;
  const form = isOver ? { ...current.form, ...pickEditableAfterEnd(input.form) } : input.form;
  if (isSameForm(current.form, form)) {
    return { ok: true, version: event.version, savedAt: event.updatedAt, operationId: null, coverBefore: null };
  }
  if (event.version !== input.version) return toEditConflict(current);
  // An event that has ended may keep a zone that is no place.
  const isZoneKept = isOver && findTimeZone(form.timeZone) === null;
  const parsed = eventFormSchema.safeParse(isZoneKept ? { ...form, timeZone: "UTC" } : form);
  if (!parsed.success) return { ok: false, code: "INVALID", errors: validationFailure(parsed.error).fieldErrors };
  const exact = withExactTimes(parsed.data, form, current);
  const values = isZoneKept ? { ...exact, timeZone: event.timeZone, isZoneUnsettled: true } : exact;

  if (hasTooFewSeats(unit, current.types, values) && unit.expireOverdueHolds() > 0) {
    await unit.flush();
    current = await readCurrentEvent(tx, input.eventId);
  }
  const moves = hasMoved(event, values);
  const errors = {
    ...(await ticketTypeErrors(unit, current.types, values.ticketTypes)),
    ...(moves && isStartOver(values, now) && values.startsAt.getTime() !== event.startsAt.getTime()
      ? { startsAt: fieldErrors.startInPast }
      : {}),
    ...seatErrors(unit, values),
    ...(input.takesPayments === false && isPaidOnline(values) && !isPaidOnline({ ...event, ticketTypes: current.types })
      ? { paymentMethod: chargeErrors.noProvider }
      : {}),
    ...(values.currency !== event.currency && !isOfferedCurrency(values.currency)
      ? { currency: CURRENCY_NOT_OFFERED }
      : {}),
    ...(values.currency !== event.currency && (await listUsedTicketTypes(tx, event.id)).length > 0
      ? { currency: fieldErrors.currencyInUse(event.currency) }
      : {}),
  };
  if (Object.keys(errors).length > 0) return { ok: false, code: "INVALID", errors };
  const isBooked = current.types.some(({ sold }) => sold > 0);
  if (moves && isBooked && !input.isMoveConfirmed) return { ok: false, code: "MOVES_BOOKINGS" };

  const { ticketTypes: wanted, capacity, ...columns } = values;
  if (capacity !== event.capacity) {
    const result = setCapacity(unit, { capacity, actorId: input.actorId });
    if (!result.ok) throw new Error(`capacity was checked before, but was refused: ${result.code}`);
  }
  await declareWallClockWrites(tx);
  await writeTicketTypes(unit, current.types, wanted);
  // A conversion run handles waitlist entries for types that left sale or are on sale again.
  if (
    haveSalesTimesChanged(event, values, { before: current.types, after: wanted }) &&
    (await unit.isAnyoneOnWaitlist())
  ) {
    unit.announce(waitlistSeatsFreed, { eventId: event.id });
  }
  const version = event.version + 1;
  await tx
    .update(events)
    .set({ ...columns, ...eventSearchColumns(columns), version, savedBy: input.actorId, updatedAt: now })
    .where(eq(events.id, event.id));
  unit.audit("event.changed", {
    actorId: input.actorId,
    detail: { fields: changedFields(current.form, form) },
  });
  const saved = { ok: true, version, savedAt: now, coverBefore: replacedCover(current.form, form) } as const;
  if (!moves || !isBooked) return { ...saved, operationId: null };

  const operationId = await recordOperation(tx, {
    kind: "event_change",
    eventId: event.id,
    startedBy: input.actorId,
    detail: { from: pickTimeAndPlace(event), to: pickTimeAndPlace(values) },
  });
  unit.announce(operationStarted, { operationId });
  return { ...saved, operationId };
}

/** The fields that can still change after the event has ended. */
function pickEditableAfterEnd({ summary, description, coverImage }: EventForm) {
  return { summary, description, coverImage };
}

/** Inputs hold minutes: a time that was not edited keeps the stored instant with its seconds. */
function withExactTimes(
  values: EventValues,
  form: EventForm,
  { event, types, form: before }: Awaited<ReturnType<typeof readCurrentEvent>>,
): EventValues {
  if (form.timeZone !== before.timeZone) return values;
  return {
    ...values,
    startsAt: form.startsAt === before.startsAt ? event.startsAt : values.startsAt,
    endsAt: form.endsAt === before.endsAt ? event.endsAt : values.endsAt,
    salesStartAt: form.salesStartAt === before.salesStartAt ? event.salesStartAt : values.salesStartAt,
    salesEndAt: form.salesEndAt === before.salesEndAt ? event.salesEndAt : values.salesEndAt,
    ticketTypes: values.ticketTypes.map((type, index) => {
      const known = types.find(({ code }) => code === type.code);
      const was = before.ticketTypes.find(({ code }) => code === type.code);
      const is = form.ticketTypes[index];
      if (!known || !was || !is) return type;
      return {
        ...type,
        salesStartAt: is.salesStartAt === was.salesStartAt ? known.salesStartAt : type.salesStartAt,
        salesEndAt: is.salesEndAt === was.salesEndAt ? known.salesEndAt : type.salesEndAt,
      };
    }),
  };
}

/** Whether the start is too late for new attendees; an event of several days can be joined until it ends. */
const isStartOver = (values: EventValues, now: Date) =>
  values.startsAt <= now && !(isMultiDay(values) && now < values.endsAt);

const soldAndHeld = ({ event }: EventUnitOfWork) => event.capacity - event.availableTickets - event.waitlistTickets;

function hasTooFewSeats(unit: EventUnitOfWork, types: { code: string; sold: number }[], values: EventValues) {
  const soldOf = (code: string) => types.find((type) => type.code === code)?.sold ?? 0;
  return (
    values.capacity < soldAndHeld(unit) ||
    values.ticketTypes.some(({ code, quota }) => quota !== null && quota < soldOf(code))
  );
}

function seatErrors(unit: EventUnitOfWork, { capacity }: EventValues): Record<string, string> {
  const least = soldAndHeld(unit);
  if (capacity >= least) return {};
  return { capacity: fieldErrors.seatsTaken(least) };
}
