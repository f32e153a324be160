import { sql } from "drizzle-orm";
import type { Transaction } from "./connect";

/**
 * Declares that this transaction writes wall clocks with its instants. Otherwise the database clears a wall clock whose
 * instant changes, as the previous version writes none.
 */
export async function declareWallClockWrites(tx: Transaction) {
  await tx.execute(sql`select set_config('quorix.wall_clocks', 'written', true)`);
}
