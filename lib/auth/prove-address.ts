import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { users } from "@/db/schema";
import { renamed } from "./renamed";
import { type LinkedSignUp, revokeTokens } from "./tokens";

/**
 * Marks an address as its user's own, once, and gives the account what the sign-up behind this proof set. Whoever used
 * the account before proved nothing: their sessions, their password and the links of their sign-ups end.
 */
export async function proveAddress(tx: Transaction, userId: number, signUp: Partial<LinkedSignUp> | null) {
  const now = new Date();
  const { name, ...others } = signUp ?? {};
  const proved = await tx
    .update(users)
    .set({
      ...{ emailVerifiedAt: now, sessionsValidFrom: now, hashedPassword: null, ...others },
      ...(name === undefined ? {} : await renamed(tx, userId, name)),
    })
    .where(and(eq(users.id, userId), isNull(users.emailVerifiedAt)))
    .returning({ id: users.id });
  if (proved.length > 0) await revokeTokens(tx, userId, "verify_email");
}
