import { DatabaseSetupError } from "@/db/database-setup-error";

/** Something only the operator can decide: `message` says what, and nothing was changed. */
export class MigrationStoppedError extends DatabaseSetupError {
  override name = "MigrationStoppedError";
}
