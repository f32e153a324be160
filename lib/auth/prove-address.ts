import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { users } from "@/db/schema";

/**
 * Marks an address as its user's own, once. Whoever used the account before proved nothing: their sessions end, and
 * a password set by someone who only typed the address is dropped unless it came with this proof.
 */
export async function proveAddress(tx: Transaction, userId: number, options: { keepPassword: boolean }) {
  const now = new Date();
  await tx
    .update(users)
    .set({
      emailVerifiedAt: now,
      sessionsValidFrom: now,
      ...(options.keepPassword ? {} : { hashedPassword: null }),
    })
    .where(and(eq(users.id, userId), isNull(users.emailVerifiedAt)));
}
