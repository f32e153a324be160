import type { Route } from "next";
import { z } from "zod";
import { pageQuerySchema } from "@/lib/paging/keyset";
import { typedText } from "@/lib/text/typed-text";

export const waitlistLists = ["waiting", "offered", "history"] as const;

/** The parameters of the waitlist's address. Anything else is ignored, so that old links still open. */
export const waitlistSearchSchema = pageQuerySchema.extend({
  show: z.enum(waitlistLists).catch("waiting"),
  q: typedText().max(100).catch(""),
});

export type WaitlistSearch = z.infer<typeof waitlistSearchSchema>;

export const waitlistPath = (slug: string, page = "") =>
  `/organize/events/${encodeURIComponent(slug)}/waitlist${page}` as Route;

/** The waitlist's address with some parameters changed. It starts at the first page unless a cursor is given. */
export function waitlistHref(slug: string, search: WaitlistSearch, change: Partial<WaitlistSearch>) {
  const { show, q, after, before } = { ...search, after: undefined, before: undefined, ...change };
  const query = new URLSearchParams();
  if (show !== "waiting") query.set("show", show);
  if (q) query.set("q", q);
  if (after) query.set("after", after);
  if (before) query.set("before", before);
  return waitlistPath(slug, query.size > 0 ? `?${query}` : "");
}
