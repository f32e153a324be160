/** What one import may hold. Serverless platforms take bodies of up to 4.5 MB. */
export const importLimits = {
  bytes: 4_000_000,
  rows: 20_000,
  columns: 100,
  /** Events that an organizer decides on one by one. */
  choices: 200,
  cellCharacters: 50_000,
  occurrencesPerSeries: 100,
  /** Drafts that series may make together; each gets at least its first. */
  occurrencesPerFile: 2_000,
  /** Reading a whole file; what is left then is refused. */
  readMs: 1_200,
  /** Repeat rules that come to nothing, together: far more than one with dates needs, also on a busy machine. */
  rulesMs: 500,
  /** What is left for each other rule then. */
  ruleMs: 30,
} as const;

export const MAX_FILE_SIZE_TEXT = "4 MB";

/** Characters that the editor takes; more are shortened. */
export const maxLengths = { name: 120, summary: 200, venue: 120, address: 200, city: 80, description: 20_000 } as const;
