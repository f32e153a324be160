import { z } from "zod";
import { decodeOpaqueId, encodeOpaqueId } from "@/lib/names/opaque-id";

/** `previous`, `next`: cursors; null where there is no such page. */
export type Page<Row> = { rows: Row[]; previous: string | null; next: string | null };

/**
 * A page from rows that were read with one more than it shows, which tells whether there is another page. Rows read
 * backwards are reversed. `isFirst`: read from the beginning of the list, without a cursor.
 */
export function toPage<Row>(
  found: Row[],
  {
    size,
    backwards = false,
    isFirst,
    cursorOf,
  }: { size: number; backwards?: boolean; isFirst: boolean; cursorOf: (row: Row) => string },
): Page<Row> {
  const hasMore = found.length > size;
  const rows = found.slice(0, size);
  if (backwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    previous: first !== undefined && (backwards ? hasMore : !isFirst) ? cursorOf(first) : null,
    next: last !== undefined && (backwards ? !isFirst : hasMore) ? cursorOf(last) : null,
  };
}

/** The query of a list whose cursors are opaque ids: the page after a row, or before one. */
export const pageQuerySchema = z.object({
  after: z.string().max(40).optional().catch(undefined),
  before: z.string().max(40).optional().catch(undefined),
});

type Subject = Parameters<typeof encodeOpaqueId>[1];

/** The row after which a page begins, or before which it ends. Null for the first page. */
export type PageCursor = { id: number; backwards: boolean } | null;

export function parsePageCursor({ after, before }: z.output<typeof pageQuerySchema>, subject: Subject): PageCursor {
  const next = decodeOpaqueId(after, subject);
  if (next !== null) return { id: next, backwards: false };
  const previous = decodeOpaqueId(before, subject);
  return previous === null ? null : { id: previous, backwards: true };
}

/** A page of rows that were read newest first (oldest first for a backwards cursor), one more than fits. */
export function pageByOpaqueId<Row extends { id: number }>(
  found: Row[],
  cursor: PageCursor,
  size: number,
  subject: Subject,
): Page<Row> {
  const { backwards = false } = cursor ?? {};
  return toPage(found, {
    size,
    backwards,
    isFirst: cursor === null,
    cursorOf: ({ id }) => encodeOpaqueId(id, subject),
  });
}
