import { z } from "zod";

export const problemKinds = [
  /** Not imported, until it is put right. */
  "refused",
  /** Not imported, as it is not to be: cancelled, over, or beyond a limit. */
  "left-out",
  /** Not imported, as the same event stands in the file before. */
  "duplicate",
  /** Imported, with something read differently than it stands there. */
  "changed",
] as const;

export type ProblemKind = (typeof problemKinds)[number];

/** What is wrong with a value, and everywhere it stands: rows of a table, lines of a calendar. */
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

/** Collects problems; the same one on many rows is one with many rows. */
export class ProblemCollector {
  readonly #found = new Map<string, Problem>();

  add(row: number, problem: Omit<Problem, "rows">) {
    const value = shortenValue(problem.value);
    const key = [problem.kind, problem.column, value, problem.reason].join("\0");
    const known = this.#found.get(key);
    if (known) known.rows.push(row);
    else this.#found.set(key, { ...problem, value, rows: [row] });
  }

  /** What keeps rows out first, then by row. */
  list(): Problem[] {
    const first = ({ rows }: Problem) => rows[0] ?? 0;
    return [...this.#found.values()].sort(
      (a, b) => problemKinds.indexOf(a.kind) - problemKinds.indexOf(b.kind) || first(a) - first(b),
    );
  }
}
