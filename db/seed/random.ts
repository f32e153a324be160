/** A repeatable source of choices (mulberry32): the same seed gives the same demo on every machine. */
export function seededChoices(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(from: readonly T[]): T => {
    const chosen = from[below(from.length)];
    if (chosen === undefined) throw new Error("nothing to choose from");
    return chosen;
  };
  return { unit: next, below, pick };
}

export type SeededChoices = ReturnType<typeof seededChoices>;
