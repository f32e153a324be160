import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { Transaction } from "@/db/connect";
import { users } from "@/db/schema";
import { hashPassword } from "./password";
import { issueToken, revokeTokens } from "./tokens";

type SignUp = { name: string; email: string; password: string; timeZone: string | null; callbackPath?: string };

/**
 * Creates the account, or mails a sign-in link where the address has one. Does the same work either way and returns
 * the ids to relay; nothing in it may reach the visitor.
 */
export async function signUp({ callbackPath, password, ...person }: SignUp): Promise<{ outboxIds: string[] }> {
  const hashedPassword = await hashPassword(password);
  return db.transaction(async (tx) => {
    const [created] = await tx
      .insert(users)
      .values({ ...person, hashedPassword })
      .onConflictDoNothing({ target: users.email })
      .returning({ id: users.id });
    if (created) {
      const { outboxId } = await issueToken(tx, { userId: created.id, purpose: "verify_email", callbackPath });
      return { outboxIds: [outboxId] };
    }
    return signUpAgain(tx, { ...person, hashedPassword }, callbackPath);
  });
}

async function signUpAgain(
  tx: Transaction,
  person: { name: string; email: string; timeZone: string | null; hashedPassword: string },
  callbackPath: string | undefined,
): Promise<{ outboxIds: string[] }> {
  // Locked, so that of two sign-ups at once the later one's password and the later one's mail belong together.
  const [user] = await tx
    .select({ id: users.id, isActive: users.isActive, emailVerifiedAt: users.emailVerifiedAt })
    .from(users)
    .where(eq(users.email, person.email))
    .for("update");
  if (!user?.isActive) return { outboxIds: [] };
  if (user.emailVerifiedAt) {
    const { outboxId } = await issueToken(tx, { userId: user.id, purpose: "sign_in", callbackPath });
    return { outboxIds: [outboxId] };
  }
  // Nobody has proved the address yet: the last sign-up counts, and earlier links must not confirm its password.
  await revokeTokens(tx, user.id);
  const { name, timeZone, hashedPassword } = person;
  await tx
    .update(users)
    .set({ name, timeZone, hashedPassword, sessionsValidFrom: new Date() })
    .where(eq(users.id, user.id));
  const { outboxId } = await issueToken(tx, { userId: user.id, purpose: "verify_email", callbackPath });
  return { outboxIds: [outboxId] };
}
