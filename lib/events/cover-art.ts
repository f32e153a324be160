import { compositions, palettes, type Shape } from "./cover-compositions";

export type CoverArt = { ground: string; shapes: Shape[] };

export const COVER_WIDTH = 160;
export const COVER_HEIGHT = 100;

/** FNV-1a: spreads similar slugs far apart. */
function hash(text: string) {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** Mulberry32: the same numbers for the same seed, in every engine. */
function randomFrom(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A drawn cover: always the same for a slug, on every machine. */
export function coverArt(slug: string): CoverArt {
  const random = randomFrom(hash(slug));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error("Nothing to pick from");
    return item;
  };
  const palette = pick(palettes);
  const compose = pick(compositions);
  return { ground: palette[0], shapes: compose(palette, random) };
}

/** The same as an SVG file of this size, centred and cropped. */
export function coverSvg(slug: string, width: number, height: number) {
  const { ground, shapes } = coverArt(slug);
  const scale = Math.max(width / COVER_WIDTH, height / COVER_HEIGHT);
  const [w, h] = [width / scale, height / scale];
  const viewBox = [(COVER_WIDTH - w) / 2, (COVER_HEIGHT - h) / 2, w, h].map((value) => value.toFixed(2)).join(" ");
  const paths = shapes.map((shape) =>
    "fill" in shape
      ? `<path d="${shape.d}" fill="${shape.fill}"/>`
      : `<path d="${shape.d}" fill="none" stroke="${shape.stroke}" stroke-width="${shape.width}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${viewBox}"><rect width="${COVER_WIDTH}" height="${COVER_HEIGHT}" fill="${ground}"/>${paths.join("")}</svg>`;
}
