const candidates = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof candidates)[number];

const SAMPLE_CHARACTERS = 20_000;
const SAMPLE_LINES = 20;

/** Counts each candidate outside quotes by line. */
function countsByLine(text: string): Record<Delimiter, number>[] {
  const lines: Record<Delimiter, number>[] = [];
  let line = { ",": 0, ";": 0, "\t": 0, "|": 0 };
  let isEmpty = true;
  let isQuoted = false;
  for (const character of text.slice(0, SAMPLE_CHARACTERS)) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === "\n" || character === "\r")) {
      if (!isEmpty) lines.push(line);
      if (lines.length === SAMPLE_LINES) return lines;
      line = { ",": 0, ";": 0, "\t": 0, "|": 0 };
      isEmpty = true;
      continue;
    } else if (!isQuoted) {
      const found = candidates.find((candidate) => candidate === character);
      if (found) line[found] += 1;
    }
    isEmpty = false;
  }
  return isEmpty ? lines : [...lines, line];
}

/** From Excel's `sep=;` line; else the candidate that is most frequent in the header and consistent over lines. */
export function sniffDelimiter(text: string): { delimiter: Delimiter; skip: { lines: number; characters: number } } {
  const declared = /^"?sep=([,;|\t])"?(?:\r\n?|\n)/i.exec(text);
  if (declared)
    return {
      delimiter: candidates.find((one) => one === declared[1]) ?? ",",
      skip: { lines: 1, characters: declared[0].length },
    };
  const skip = { lines: 0, characters: 0 };
  const [header, ...lines] = countsByLine(text);
  if (!header) return { delimiter: ",", skip };
  const score = (delimiter: Delimiter) =>
    header[delimiter] === 0
      ? 0
      : header[delimiter] + 100 * (lines.filter((line) => line[delimiter] === header[delimiter]).length + 1);
  const [best = ","] = [...candidates].sort((a, b) => score(b) - score(a));
  return { delimiter: best, skip };
}
