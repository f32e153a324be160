/** Something only the operator can decide: `message` says what, and nothing was changed. */
export class MigrationStopped extends Error {
  override name = "MigrationStopped";
}
