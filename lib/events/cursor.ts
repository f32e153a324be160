import { SLUG } from "./slug";

const CURSOR = new RegExp(String.raw`^([0-9a-z]{1,12})\.(${SLUG})$`, "u");

/** A place in a list ordered by start and slug: right after, or right before, one event. */
export type Cursor = {
  /** Microseconds since 1970, PostgreSQL's own precision: rounding would skip or repeat events. */
  startsAtMicros: string;
  slug: string;
};

export function encodeCursor({ startsAtMicros, slug }: Cursor) {
  return `${BigInt(startsAtMicros).toString(36)}.${slug}`;
}

/** Null for anything `encodeCursor` cannot have made. */
export function decodeCursor(text: string): Cursor | null {
  const match = CURSOR.exec(text);
  if (!match?.[1] || !match[2]) return null;
  let micros = 0n;
  for (const digit of match[1]) micros = micros * 36n + BigInt(Number.parseInt(digit, 36));
  // Beyond what a bigint column's arithmetic and a timestamp can hold, it is made up.
  if (micros > 8_000_000_000_000_000n) return null;
  return { startsAtMicros: micros.toString(), slug: match[2] };
}
