import type { EventSummary } from "@/lib/events/types";

export type OrganizerProfile = {
  slug: string;
  name: string;
  /** Markdown. */
  about: string;
  city: string | null;
  website: string | null;
  upcoming: EventSummary[];
  past: EventSummary[];
};
