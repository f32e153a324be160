import { DatabaseProblem } from "@/db/database-problem";

/** Something only the operator can decide: `message` says what, and nothing was changed. */
export class MigrationStopped extends DatabaseProblem {
  override name = "MigrationStopped";
}
