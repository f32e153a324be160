/** The limits of one import. Serverless platforms take bodies of up to 4.5 MB. */
export const importLimits = {
  bytes: 4_000_000,
  rows: 20_000,
  columns: 100,
  /** Events that an organizer decides on one by one. */
  choices: 200,
  cellCharacters: 50_000,
  occurrencesPerSeries: 100,
  /** Shared by all series of a file; each gets at least one. */
  occurrencesPerFile: 2_000,
  /** The time to read a whole file; the rest is refused. */
  readMs: 1_200,
  /** The total time for repeat rules without dates: far more than a rule with dates needs. */
  rulesMs: 500,
  /** The time for each further rule once that is used up. */
  ruleMs: 30,
} as const;

export const MAX_FILE_SIZE_TEXT = "4 MB";

/** The editor's limits in characters; longer texts are shortened. */
export const maxLengths = { name: 120, summary: 200, venue: 120, address: 200, city: 80, description: 20_000 } as const;
