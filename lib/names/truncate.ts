const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

const utf8 = new TextEncoder();
export const byteLength = (text: string) => utf8.encode(text).length;

/** The beginning of a text that is no larger than `most`; a letter is never parted from its marks. */
export function truncateTo(text: string, most: number, sizeOf: (text: string) => number): string {
  if (sizeOf(text) <= most) return text;
  let size = 0;
  let end = 0;
  for (const { segment } of graphemes.segment(text)) {
    size += sizeOf(segment);
    if (size > most) break;
    end += segment.length;
  }
  return text.slice(0, end);
}
