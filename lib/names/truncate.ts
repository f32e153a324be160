const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

const utf8 = new TextEncoder();
export const byteLength = (text: string) => utf8.encode(text).length;

/** The longest beginning of a text that is no larger than `max`, without splitting a grapheme. */
export function truncateTo(text: string, max: number, sizeOf: (text: string) => number): string {
  if (sizeOf(text) <= max) return text;
  let size = 0;
  let end = 0;
  for (const { segment } of graphemes.segment(text)) {
    size += sizeOf(segment);
    if (size > max) break;
    end += segment.length;
  }
  return text.slice(0, end);
}
