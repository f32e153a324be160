import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { runOperation } from "./operations";

/**
 * One worker at one operation, in a process of its own that a test can kill. It does not really wait: instead a
 * minute passes for the emails that a killed worker was sending.
 */
const [operationId = ""] = process.argv.slice(2);
await runOperation(operationId, async () => {
  await db.execute(
    sql`update email_deliveries set claimed_at = claimed_at - interval '1 minute' where status = 'sending'`,
  );
});
process.exit(0);
