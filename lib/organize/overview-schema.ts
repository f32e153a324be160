import { z } from "zod";
import { typedText } from "@/lib/text/typed-text";

export const overviewShows = ["upcoming", "drafts", "past", "cancelled"] as const;

const cursor = z.string().max(200).optional().catch(undefined);

/** The parameters of the overview's address. Anything else is ignored, so that old links still open. */
export const overviewSearchSchema = z.object({
  show: z.enum(overviewShows).catch("upcoming"),
  q: typedText().max(100).catch(""),
  /** Slug of an organizer. */
  organizer: z.string().max(100).optional().catch(undefined),
  after: cursor,
  before: cursor,
});

export type OverviewSearch = z.infer<typeof overviewSearchSchema>;

/** The overview's address with some parameters changed. It starts at the first page unless a cursor is given. */
export function overviewHref(search: OverviewSearch, change: Partial<OverviewSearch>) {
  const { show, q, organizer, after, before } = { ...search, after: undefined, before: undefined, ...change };
  const query = new URLSearchParams();
  if (show !== "upcoming") query.set("show", show);
  if (q) query.set("q", q);
  if (organizer) query.set("organizer", organizer);
  if (after) query.set("after", after);
  if (before) query.set("before", before);
  const text = query.toString();
  return text ? (`/organize?${text}` as const) : ("/organize" as const);
}
