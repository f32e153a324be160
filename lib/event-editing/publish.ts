import { eq } from "drizzle-orm";
import { events } from "@/db/schema";
import { writesWallClocks } from "@/db/wall-clocks";
import { invalidFields } from "@/lib/access/answers";
import { moveSeats } from "@/lib/booking/inventory";
import type { LockedEvent } from "@/lib/booking/locked-event";
import { sellsUntil } from "@/lib/events/sales-window";
import { isOffered, noLongerOffered } from "@/lib/money/currencies";
import { eventSearch } from "@/lib/search/vector";
import { conflictWith, currentEvent } from "./current";
import type { EventForm } from "./form";
import type { PublishResult } from "./results";
import { eventFormSchema } from "./schema";
import { freeSlug } from "./slug";
import { ticketTypeErrors, writeTicketTypes } from "./write-ticket-types";

export type PublishInput = {
  eventId: number;
  actorId: number;
  /** The version whose summary was read before publishing. */
  version: number;
};

/** What a form lacks for being published now; no entry where it lacks nothing. */
export function missingToPublish(form: EventForm, now: Date): Record<string, string> {
  const parsed = eventFormSchema.safeParse(form);
  if (!parsed.success) return invalidFields(parsed.error).errors;
  const { currency, endsAt, salesEndAt } = parsed.data;
  if (!isOffered(currency)) return { currency: noLongerOffered };
  // One that runs already may still be joined, such as an exhibition.
  if (now < sellsUntil(parsed.data)) return {};
  if (salesEndAt && now < endsAt) return { salesEndAt: "Sales would be over already. Choose a later end." };
  return { startsAt: "This start is in the past. Choose a later one." };
}

/** Makes a complete draft public: its form becomes columns and ticket types, and its address is made from its name. */
export async function publish(locked: LockedEvent, input: PublishInput): Promise<PublishResult> {
  const { tx, now, row } = locked;
  const current = await currentEvent(tx, input.eventId);
  const { event, types, form } = current;
  if (event.status === "published") return { ok: true, slug: event.slug, alreadyDone: true };
  if (event.status === "cancelled") return { ok: false, code: "EVENT_CANCELLED" };
  if (event.version !== input.version) return conflictWith(current);
  const missing = missingToPublish(form, now);
  const parsed = eventFormSchema.safeParse(form);
  if (!parsed.success || Object.keys(missing).length > 0) return { ok: false, code: "INVALID", errors: missing };
  const { ticketTypes: wanted, capacity, ...columns } = parsed.data;
  const errors = await ticketTypeErrors(locked, types, wanted);
  if (Object.keys(errors).length > 0) return { ok: false, code: "INVALID", errors };

  const added = capacity - row.capacity;
  await moveSeats(locked, { capacity: added, available: added });
  await writesWallClocks(tx);
  await writeTicketTypes(locked, types, wanted);
  const slug = await freeSlug(tx, columns.name, event);
  await tx
    .update(events)
    .set({
      ...columns,
      ...eventSearch(columns),
      slug,
      status: "published",
      form: null,
      publishedAt: now,
      version: event.version + 1,
      savedBy: input.actorId,
      updatedAt: now,
    })
    .where(eq(events.id, event.id));
  await locked.audit("event.published", { actorId: input.actorId });
  return { ok: true, slug, alreadyDone: false };
}
