import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import * as tables from "@/db/schema";
import { BookingConcurrencyManager } from "@/lib/booking/concurrency";
import { createDraft } from "@/lib/event-editing/create-draft";
import { type EventForm, emptyEventForm, emptyTicketType } from "@/lib/event-editing/form";

/** When all of it happened, and until when what would run out by itself is made to last. */
export const NOW = new Date("2026-11-20T10:00:00Z");
export const FAR = new Date("2036-01-01T00:00:00Z");

let clock = NOW;
export const manager = new BookingConcurrencyManager({ db, redis: null, now: () => clock });
const later = (minutes: number) => {
  clock = new Date(clock.getTime() + minutes * 60_000);
};

export function done<Result extends { ok: boolean }>(what: string, result: Result): Extract<Result, { ok: true }> {
  if (!result.ok) throw new Error(`${what}: ${JSON.stringify(result)}`);
  return result as Extract<Result, { ok: true }>;
}

export async function person(name: string, email: string) {
  const [row] = await db
    .insert(tables.users)
    .values({ name, email, emailVerifiedAt: NOW, createdAt: NOW, timeZone: "Europe/Lisbon" })
    .returning();
  return row;
}

export async function organizer(slug: string, name: string, owner: number) {
  const [row] = await db.insert(tables.organizers).values({ slug, name, createdAt: NOW }).returning();
  await db.insert(tables.organizerMembers).values({ organizerId: row.id, userId: owner, role: "owner" });
  return { ...row, owner };
}

export type Host = Awaited<ReturnType<typeof organizer>>;
type Sold = { name: string; price: string; quota?: string };

export function form(over: Partial<EventForm>, types: Sold[]): EventForm {
  return emptyEventForm({
    category: "music",
    venue: "The Ropeworks",
    address: "1 Quay Street",
    city: "Lisbon",
    country: "PT",
    capacity: "40",
    ticketTypes: types.map((type, index) => ({
      ...emptyTicketType(`TYPE${crypto.randomUUID().slice(0, 4).toUpperCase()}${index}`),
      ...type,
    })),
    ...over,
  });
}

export async function published(host: Host, over: Partial<EventForm>, types: Sold[]) {
  const draft = await createDraft({
    organizerId: host.id,
    actorId: host.owner,
    form: form(over, types),
    key: crypto.randomUUID(),
  });
  const result = done(
    `publish ${over.name}`,
    await manager.publish({ eventId: draft.id, version: draft.version, actorId: host.owner }),
  );
  const rows = await db.select().from(tables.ticketTypes).where(eq(tables.ticketTypes.eventId, draft.id));
  return { id: draft.id, slug: result.slug, host, types: rows.toSorted((a, b) => a.position - b.position) };
}

export type Show = Awaited<ReturnType<typeof published>>;
type Guest = { id: number; name: string; email: string };

export async function held(show: Show, guest: Guest, ...quantities: number[]) {
  later(1);
  const items = quantities.flatMap((quantity, at) =>
    quantity > 0 ? [{ ticketTypeCode: show.types[at].code, quantity }] : [],
  );
  const result = await manager.reserve({
    eventId: show.id,
    userId: guest.id,
    items,
    idempotencyKey: crypto.randomUUID(),
  });
  return { reference: done(`hold for ${show.slug}`, result).booking.reference, items };
}

export async function booked(show: Show, guest: Guest, ...quantities: number[]) {
  const { reference, items } = await held(show, guest, ...quantities);
  const holders = items.flatMap(({ ticketTypeCode, quantity }) =>
    Array.from({ length: quantity }, () => ({ ticketTypeCode, name: guest.name, email: guest.email })),
  );
  done("confirm", await manager.confirm({ reference, userId: guest.id, holders }));
  return reference;
}

export const cancelled = async (reference: string, guest: Guest) =>
  done("cancel", await manager.cancel({ reference, actor: { userId: guest.id } }));

export async function waiting(show: Show, guest: Guest, quantity = 1) {
  later(1);
  const who = { eventId: show.id, userId: guest.id, ticketTypeCode: null, acceptFewer: false };
  return done("wait", await manager.joinWaitlist({ ...who, quantity })).entryId;
}
