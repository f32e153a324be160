import { DatabaseSetupError } from "@/db/database-setup-error";

/** A decision only the operator can make: `message` says which. Nothing was changed. */
export class MigrationStoppedError extends DatabaseSetupError {
  override name = "MigrationStoppedError";
}
