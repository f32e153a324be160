/**
 * So many rows are picked out and sorted; beyond, whatever is looked for is so common that reading the list in its
 * order meets it soon enough. Counting stops here as well: nobody reads further.
 */
export const FEW = 2_000;

/** The ids found in one of several ways; null for more than a few. */
export function fewIds(found: Iterable<{ id: string; way: number }>): number[] | null {
  const counts = new Map<number, number>();
  const ids = new Set<number>();
  for (const { id, way } of found) {
    counts.set(way, (counts.get(way) ?? 0) + 1);
    ids.add(Number(id));
  }
  return ids.size > FEW || [...counts.values()].some((count) => count > FEW) ? null : [...ids];
}
