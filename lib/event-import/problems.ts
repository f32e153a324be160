import { z } from "zod";

export const problemKinds = [
  /** Not imported until it is corrected. */
  "refused",
  /** Skipped: cancelled, over, or beyond a limit. */
  "left-out",
  /** Not imported: the same event comes earlier in the file. */
  "duplicate",
  /** Imported, but a value was read differently than the file has it. */
  "changed",
] as const;

export type ProblemKind = (typeof problemKinds)[number];

/** A problem with a value, and where it occurs: rows of a table or lines of a calendar. */
export const problemSchema = z.object({
  kind: z.enum(problemKinds),
  rows: z.array(z.number()),
  column: z.string(),
  value: z.string(),
  reason: z.string(),
  fix: z.string(),
});

export type Problem = z.infer<typeof problemSchema>;

const SHOWN_CHARACTERS = 80;

function shortenValue(value: string) {
  const characters = [...value.slice(0, 4 * SHOWN_CHARACTERS)];
  const start = characters.slice(0, SHOWN_CHARACTERS).join("");
  return characters.length > SHOWN_CHARACTERS ? `${start}…` : start;
}

/** Collects problems; equal problems of several rows are merged. */
export class ProblemCollector {
  readonly #found = new Map<string, Problem>();

  add(row: number, problem: Omit<Problem, "rows">) {
    const value = shortenValue(problem.value);
    const key = [problem.kind, problem.column, value, problem.reason].join("\0");
    const known = this.#found.get(key);
    if (known) known.rows.push(row);
    else this.#found.set(key, { ...problem, value, rows: [row] });
  }

  /** By severity, then by row. */
  list(): Problem[] {
    const first = ({ rows }: Problem) => rows[0] ?? 0;
    return [...this.#found.values()].sort(
      (a, b) => problemKinds.indexOf(a.kind) - problemKinds.indexOf(b.kind) || first(a) - first(b),
    );
  }
}
