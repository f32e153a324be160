import { availabilityOf } from "@/lib/events/availability";
import { pricesOf } from "@/lib/events/summary";
import type { EventDetail } from "@/lib/events/types";
import { coverKey, coverPath } from "@/lib/media/cover-key";
import { placeholders } from "@/texts/event-editor";
import { parseAmount } from "./amount";
import type { CurrentEvent } from "./current-event";
import { draftCapacity, draftColumns } from "./draft-row";
import { parseInstant } from "./schema";

/** A draft as its public page would show it, complete or not. */
export function toDraftPreview(
  { event, form }: Pick<CurrentEvent, "event" | "form">,
  organizer: EventDetail["organizer"],
  now: Date,
): EventDetail {
  const columns = draftColumns(form);
  const instant = (wall: string) => parseInstant(wall, columns.timeZone);
  const ticketTypes = form.ticketTypes.map((type, index) => ({
    code: type.code,
    name: type.name || placeholders.ticketType(index + 1),
    description: type.description,
    price: parseAmount(type.price, columns.currency) ?? 0,
    quota: /^[1-9]\d{0,6}$/.test(type.quota) ? Number(type.quota) : null,
    sold: 0,
    salesStartAt: instant(type.salesStartAt),
    salesEndAt: instant(type.salesEndAt),
  }));
  const capacity = draftCapacity(form);
  const availability = availabilityOf(
    {
      ...columns,
      status: "published",
      capacity,
      availableTickets: capacity,
      ticketTypes: ticketTypes.map((type) => ({ ...type, eventId: event.id })),
    },
    now,
  );
  const cover = coverKey.safeParse(form.coverImage);
  return {
    ...columns,
    slug: event.slug,
    name: columns.name || placeholders.eventName,
    // No country is chosen yet.
    country: columns.country === "ZZ" ? "" : columns.country,
    coverImage: cover.success ? coverPath(cover.data) : null,
    organizer,
    updatedAt: event.updatedAt,
    prices: pricesOf(ticketTypes),
    state: availability.state,
    left: availability.left,
    isOn: availability.isOn,
    ticketTypes,
    availability,
  };
}
