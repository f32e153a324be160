const unitMs = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;
const part = /(\d+(?:\.\d+)?)(ms|w|d|h|m|s)/y;

/** Milliseconds of a duration as the SDK writes it, such as `1h30m`; the empty string is none at all. */
export function parseDurationMs(text: string): number {
  let total = 0;
  part.lastIndex = 0;
  while (part.lastIndex < text.length) {
    const match = part.exec(text);
    if (!match) throw new Error(`"${text}" is not a duration`);
    total += Number(match[1]) * unitMs[match[2] as keyof typeof unitMs];
  }
  return total;
}

/** The moment a duration from `now`, or an ISO date, stands for. */
export function resolveDueTime(text: string, now: number): number {
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return Date.parse(text);
  return now + parseDurationMs(text);
}
