import { revalidateTag, updateTag } from "next/cache";

/** All lists of events, also on organizers' pages. */
export const EVENTS_TAG = "events";
/** An event's page and the files that belong to it. */
export const eventTag = (slug: string) => `event:${slug}`;
/** Pages that show an organizer: its own, and its events'. */
export const organizerTag = (slug: string) => `organizer:${slug}`;

/** In a server action: the user sees the change at once. */
export function updateEventTags(slug: string) {
  updateTag(eventTag(slug));
  updateTag(EVENTS_TAG);
}

/** The same outside of server actions, for several events. */
export function expireEventTags(slugs: string[]) {
  if (slugs.length === 0) return;
  for (const tag of [...slugs.map(eventTag), EVENTS_TAG]) revalidateTag(tag, { expire: 0 });
}
