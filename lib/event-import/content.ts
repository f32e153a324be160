import { createHash } from "node:crypto";
import type { EventForm } from "@/lib/event-editing/form";
import { type ContentField, contentFields, type ParsedEvent } from "./parsed-file";
import type { RawEventData } from "./raw-event";

/** The fields that a file states. */
export type ImportContent = Partial<Record<ContentField, string>>;

/** The fields that a file states itself; defaults don't count as changes. */
export function statedFields(data: RawEventData, when: { hasEnd: boolean; hasZone: boolean }): ContentField[] {
  const has = (field: keyof RawEventData) => data[field].trim() !== "";
  const isStated: Record<ContentField, boolean> = {
    name: true,
    startsAt: true,
    endsAt: when.hasEnd,
    timeZone: when.hasZone,
    summary: has("summary"),
    description: has("description") || has("url"),
    category: has("category"),
    venue: has("venue") || has("online"),
    address: has("address"),
    city: has("city"),
    country: has("country"),
    capacity: has("capacity"),
    currency: has("currency") || has("price"),
    price: has("price"),
  };
  return contentFields.filter((field) => isStated[field]);
}

/** The price of an event with a single ticket type. */
export function singlePriceOf({ ticketTypes = [] }: Partial<EventForm>): string | null {
  const [only, ...others] = ticketTypes;
  return only && others.length === 0 ? only.price : null;
}

export function fieldValue(form: Partial<EventForm>, field: ContentField): string | null {
  return field === "price" ? singlePriceOf(form) : (form[field] ?? null);
}

/** The content of an event in a file, stored for comparison with a later import. */
export function toImportContent({ form, stated }: ParsedEvent): ImportContent {
  // A change of the zone also changes times.
  const kept = contentFields.filter((field) => field === "timeZone" || stated.includes(field));
  return Object.fromEntries(
    kept.flatMap((field) => {
      const value = fieldValue(form, field);
      return value === null ? [] : [[field, value]];
    }),
  );
}

export function hashContent(content: ImportContent): string {
  const values = contentFields.map((field) => content[field] ?? null);
  return createHash("sha256").update(JSON.stringify(values)).digest("base64url").slice(0, 22);
}
