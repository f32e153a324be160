import { SLUG } from "@/lib/names/slug-from";

const CURSOR = new RegExp(String.raw`^(?:([123])-)?([0-9a-z]{1,12})\.(${SLUG})$`, "u");

/** How well an event fits what was typed: 1 by its title alone, 2 with where it is, 3 with what is said about it. */
export type Rank = 1 | 2 | 3;

/** A place in a list ordered by start and slug: right after, or right before, one event. */
export type Cursor = {
  /** Microseconds since 1970, PostgreSQL's own precision: rounding would skip or repeat events. */
  startsAtMicros: string;
  slug: string;
  /** Where what fits best comes first: how well the event fits. */
  rank: Rank | null;
};

export function encodeCursor({ startsAtMicros, slug, rank }: Cursor) {
  return `${rank ? `${rank}-` : ""}${BigInt(startsAtMicros).toString(36)}.${slug}`;
}

/** Null for anything `encodeCursor` cannot have made. */
export function decodeCursor(text: string): Cursor | null {
  const match = CURSOR.exec(text);
  const [, rank, time, slug] = match ?? [];
  if (!time || !slug) return null;
  let micros = 0n;
  for (const digit of time) micros = micros * 36n + BigInt(Number.parseInt(digit, 36));
  // Beyond what a bigint column's arithmetic and a timestamp can hold, it is made up.
  if (micros > 8_000_000_000_000_000n) return null;
  return { startsAtMicros: micros.toString(), slug, rank: rank ? (Number(rank) as Rank) : null };
}
