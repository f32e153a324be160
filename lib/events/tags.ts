import { revalidateTag, updateTag } from "next/cache";

/** All that lists events, organizers' pages among it. */
export const EVENTS_TAG = "events";
/** An event's own page, and what hangs on it. */
export const eventTag = (slug: string) => `event:${slug}`;
/** What shows an organizer: its page, and its events'. */
export const organizerTag = (slug: string) => `organizer:${slug}`;

/** In a server action: what is cached of the event is made anew, for whoever acted at once. */
export function updateEventTags(slug: string) {
  updateTag(eventTag(slug));
  updateTag(EVENTS_TAG);
}

/** The same elsewhere, of several. */
export function expireEventTags(slugs: string[]) {
  if (slugs.length === 0) return;
  for (const tag of [...slugs.map(eventTag), EVENTS_TAG]) revalidateTag(tag, { expire: 0 });
}
