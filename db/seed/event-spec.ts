import type { Category } from "@/lib/events/categories";
import type { OrganizerSlug } from "./organizers";
import type { Moment, Slot } from "./schedule";

type TicketTypeSpec = {
  name: string;
  description?: string;
  /** Minor units. */
  price: number;
  quota?: number;
  opens?: Moment;
  closes?: Moment;
};

/** One demo event as its author writes it; dates are relative, so that the demo never grows old. */
export type EventSpec = {
  slug: string;
  name: string;
  organizer: OrganizerSlug;
  category: Category;
  summary: string;
  /** Paragraphs; a list of strings is a bullet list. */
  description: (string | string[])[];
  venue: string;
  address: string;
  when: Slot;
  capacity: number;
  ticketTypes: TicketTypeSpec[];
  opens?: Moment;
  closes?: Moment;
  featured?: true;
  status?: "draft" | "cancelled";
  maxPerBooking?: number;
  holdMinutes?: number;
  cutoffHours?: number;
  /** Default: at the venue. */
  paysOnline?: true;
  /** How it has sold so far: seats gone, or seats left; and how many entries are on the waitlist. */
  demand?: { sold: number } | { left: number; waiting?: number };
};

/** Markdown from paragraphs and bullet lists. */
export function markdown(blocks: EventSpec["description"]): string {
  return blocks
    .map((block) => (typeof block === "string" ? block : block.map((item) => `- ${item}`).join("\n")))
    .join("\n\n");
}
