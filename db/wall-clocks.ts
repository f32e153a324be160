import { sql } from "drizzle-orm";
import type { Transaction } from "./connect";

/**
 * Says that this transaction writes wall clocks with its instants. Without it the database forgets a wall clock whose
 * instant moves, as the version before knows none.
 */
export async function declareWallClockWrites(tx: Transaction) {
  await tx.execute(sql`select set_config('quorix.wall_clocks', 'written', true)`);
}
