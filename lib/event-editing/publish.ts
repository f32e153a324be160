import { eq } from "drizzle-orm";
import { events } from "@/db/schema";
import { declareWallClockWrites } from "@/db/wall-clocks";
import type { BookingConcurrencyManager } from "@/lib/inventory/concurrency";
import type { ExclusiveUnitOfWork } from "@/lib/inventory/exclusive-unit-of-work";
import { sellsUntil } from "@/lib/inventory/sales";
import { CURRENCY_NOT_OFFERED, isOfferedCurrency } from "@/lib/money/currencies";
import { paymentProvider } from "@/lib/payments/provider-of-process";
import { validationFailure } from "@/lib/requests/result";
import { eventSearchColumns } from "@/lib/search/vector";
import { fieldErrors } from "@/texts/event-errors";
import { chargeErrors } from "@/texts/payments";
import { findFreeSlug } from "./create-draft";
import { readCurrentEvent, toEditConflict } from "./current-event";
import type { EventForm } from "./form";
import type { PublishEventResult } from "./results";
import { type EventValues, eventFormSchema } from "./schema";
import { ticketTypeErrors, writeTicketTypes } from "./write-ticket-types";

export type PublishEventInput = {
  eventId: number;
  actorId: number;
  /** The version whose summary the organizer has seen. */
  version: number;
  /** Whether there is a provider for payments online. */
  takesPayments?: boolean;
};

/** Why a form can't be published now, by field; empty if it can. */
export function publishErrorsFor(
  form: EventForm,
  now: Date,
  takesPayments = paymentProvider() !== null,
): Record<string, string> {
  const parsed = eventFormSchema.safeParse(form);
  if (!parsed.success) return validationFailure(parsed.error).fieldErrors;
  const { currency, endsAt, salesEndAt } = parsed.data;
  if (!isOfferedCurrency(currency)) return { currency: CURRENCY_NOT_OFFERED };
  if (!takesPayments && isPaidOnline(parsed.data)) return { paymentMethod: chargeErrors.noProvider };
  // An event that has started can still be on sale, such as an exhibition.
  if (now < sellsUntil(parsed.data)) return {};
  if (salesEndAt && now < endsAt) return { salesEndAt: fieldErrors.salesEndInPast };
  return { startsAt: fieldErrors.startInPast };
}

/** Whether something of it has to be paid online. */
export const isPaidOnline = ({ paymentMethod, ticketTypes }: Pick<EventValues, "paymentMethod" | "ticketTypes">) =>
  paymentMethod === "online" && ticketTypes.some(({ price }) => price > 0);

/** Publishes a complete draft: its form becomes columns and ticket types, and its name becomes the slug. */
export async function publishEvent(
  manager: BookingConcurrencyManager,
  input: PublishEventInput,
): Promise<PublishEventResult> {
  const result = await manager.runExclusive(input.eventId, (unit) => decide(unit, input));
  return result ?? { ok: false, code: "EVENT_NOT_FOUND" };
}

async function decide(unit: ExclusiveUnitOfWork, input: PublishEventInput): Promise<PublishEventResult> {
  const { tx, now } = unit;
  const current = await readCurrentEvent(tx, input.eventId);
  const { event, types, form } = current;
  if (event.status === "published") return { ok: true, slug: event.slug, alreadyDone: true };
  if (event.status === "cancelled") return { ok: false, code: "EVENT_CANCELLED" };
  if (event.version !== input.version) return toEditConflict(current);
  const missing = publishErrorsFor(form, now, input.takesPayments);
  const parsed = eventFormSchema.safeParse(form);
  if (!parsed.success || Object.keys(missing).length > 0) return { ok: false, code: "INVALID", errors: missing };
  const { ticketTypes: wanted, capacity, ...columns } = parsed.data;
  const errors = await ticketTypeErrors(unit, types, wanted);
  if (Object.keys(errors).length > 0) return { ok: false, code: "INVALID", errors };

  if (!unit.setCapacity(capacity)) throw new Error(`draft ${event.id} has sold seats`);
  await declareWallClockWrites(tx);
  await writeTicketTypes(unit, types, wanted);
  const slug = await findFreeSlug(tx, columns.name, event);
  await tx
    .update(events)
    .set({
      ...columns,
      ...eventSearchColumns(columns),
      slug,
      status: "published",
      form: null,
      publishedAt: now,
      version: event.version + 1,
      savedBy: input.actorId,
      updatedAt: now,
    })
    .where(eq(events.id, event.id));
  unit.audit("event.published", { actorId: input.actorId });
  return { ok: true, slug, alreadyDone: false };
}
