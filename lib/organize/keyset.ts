import { z } from "zod";
import { openId, sealId } from "@/lib/names/sealed-id";

/** The place in a list that an address asks for: after one of its rows, or before one. */
export const placeSchema = z.object({
  after: z.string().max(40).optional().catch(undefined),
  before: z.string().max(40).optional().catch(undefined),
});

type Subject = Parameters<typeof sealId>[1];

export type Place = { id: number; backwards: boolean } | null;

export function placeOf({ after, before }: z.output<typeof placeSchema>, subject: Subject): Place {
  const next = openId(after, subject);
  if (next !== null) return { id: next, backwards: false };
  const previous = openId(before, subject);
  return previous === null ? null : { id: previous, backwards: true };
}

/** One page of rows that were read newest first, or oldest first where `place` leads backwards, one more than fit. */
export function pageOf<Row extends { id: number }>(found: Row[], place: Place, size: number, subject: Subject) {
  const hasMore = found.length > size;
  const rows = found.slice(0, size);
  const backwards = place?.backwards ?? false;
  if (backwards) rows.reverse();
  const seal = (row: Row | undefined) => (row ? sealId(row.id, subject) : null);
  return {
    rows,
    previous: (backwards ? hasMore : place !== null) ? seal(rows[0]) : null,
    next: (backwards ? true : hasMore) ? seal(rows.at(-1)) : null,
  };
}
