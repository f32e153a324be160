import { SLUG } from "@/lib/names/slug-from";

const CURSOR = new RegExp(String.raw`^(?:([123])-)?([0-9a-z]{1,12})\.(${SLUG})$`, "u");

/** How well an event matches: 1 by its title, 2 with its place, 3 with its descriptions. */
export type Rank = 1 | 2 | 3;

/** A position in a list ordered by start and slug: after, or before, an event. */
export type Cursor = {
  /** Microseconds since 1970, PostgreSQL's own precision: rounding would skip or repeat events. */
  startsAtMicros: string;
  slug: string;
  /** For lists with the best matches first. */
  rank: Rank | null;
};

export function encodeCursor({ startsAtMicros, slug, rank }: Cursor) {
  return `${rank ? `${rank}-` : ""}${BigInt(startsAtMicros).toString(36)}.${slug}`;
}

/** Null for anything that `encodeCursor` cannot have made. */
export function decodeCursor(text: string): Cursor | null {
  const match = CURSOR.exec(text);
  const [, rank, time, slug] = match ?? [];
  if (!time || !slug) return null;
  let micros = 0n;
  for (const digit of time) micros = micros * 36n + BigInt(Number.parseInt(digit, 36));
  // A timestamp can't hold more: the cursor is forged.
  if (micros > 8_000_000_000_000_000n) return null;
  return { startsAtMicros: micros.toString(), slug, rank: rank ? (Number(rank) as Rank) : null };
}
