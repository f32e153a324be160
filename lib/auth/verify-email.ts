import { and, eq, isNull } from "drizzle-orm";
import type { Queryable, Transaction } from "@/db/connect";
import { users } from "@/db/schema";
import { userSearchColumns } from "@/lib/search/vector";
import { type LinkedSignUp, revokeTokens } from "./tokens";

/**
 * Marks an address as verified, once, and applies the sign-up behind the link. Nobody who used the account before had
 * verified the address: earlier sessions, the password and the links of other sign-ups end.
 */
export async function verifyEmail(tx: Transaction, userId: number, signUp: Partial<LinkedSignUp> | null) {
  const now = new Date();
  const { name, ...others } = signUp ?? {};
  const verified = await tx
    .update(users)
    .set({
      ...{ emailVerifiedAt: now, sessionsValidFrom: now, hashedPassword: null, ...others },
      ...(name === undefined ? {} : await nameUpdateFor(tx, userId, name)),
    })
    .where(and(eq(users.id, userId), isNull(users.emailVerifiedAt)))
    .returning({ id: users.id });
  if (verified.length > 0) await revokeTokens(tx, userId, "verify_email");
}

/** The columns to set for a new name: the name, and its search columns. An email address never changes. */
export async function nameUpdateFor(db: Queryable, userId: number, name: string) {
  const [user] = await db.select({ email: users.email }).from(users).where(eq(users.id, userId));
  if (!user) throw new Error("The user to be renamed is gone.");
  return { name, ...userSearchColumns({ name, email: user.email }) };
}
