import { and, eq, isNull } from "drizzle-orm";
import type { Queryable, Transaction } from "@/db/connect";
import { users } from "@/db/schema";
import { userSearchColumns } from "@/lib/search/vector";
import { type LinkedSignUp, revokeTokens } from "./tokens";

/**
 * Marks an address as its user's own, once, and gives the account what the sign-up behind this proof set. Whoever used
 * the account before proved nothing: their sessions, their password and the links of their sign-ups end.
 */
export async function verifyEmail(tx: Transaction, userId: number, signUp: Partial<LinkedSignUp> | null) {
  const now = new Date();
  const { name, ...others } = signUp ?? {};
  const proved = await tx
    .update(users)
    .set({
      ...{ emailVerifiedAt: now, sessionsValidFrom: now, hashedPassword: null, ...others },
      ...(name === undefined ? {} : await nameUpdateFor(tx, userId, name)),
    })
    .where(and(eq(users.id, userId), isNull(users.emailVerifiedAt)))
    .returning({ id: users.id });
  if (proved.length > 0) await revokeTokens(tx, userId, "verify_email");
}

/** What is set on a user who is called this from now on: the name, and what it is found by. An address never changes. */
export async function nameUpdateFor(db: Queryable, userId: number, name: string) {
  const [user] = await db.select({ email: users.email }).from(users).where(eq(users.id, userId));
  if (!user) throw new Error("The user to be renamed is gone.");
  return { name, ...userSearchColumns({ name, email: user.email }) };
}
