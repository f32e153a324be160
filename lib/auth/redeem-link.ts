import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { Transaction } from "@/db/connect";
import { users } from "@/db/schema";
import type { SessionUser } from "./authenticate";
import { hashPassword } from "./password";
import { consumeToken, revokeTokens, type TokenFailure } from "./tokens";
import { verifyEmail } from "./verify-email";

export type LinkResult = { ok: true; user: SessionUser; callbackPath: string } | { ok: false; code: TokenFailure };

async function getSessionUser(tx: Transaction, userId: number): Promise<SessionUser> {
  const [user] = await tx
    .select({ id: users.id, sessionsValidFrom: users.sessionsValidFrom })
    .from(users)
    .where(eq(users.id, userId));
  if (!user) throw new Error("The user of a token that was just used up is gone.");
  return user;
}

/**
 * Uses up an emailed link that signs in or confirms a sign-up. `name` is for new accounts: an account with a verified
 * address keeps its name.
 */
export function signInByLink(
  token: string,
  purpose: "verify_email" | "sign_in",
  name?: string | null,
): Promise<LinkResult> {
  return db.transaction(async (tx) => {
    const used = await consumeToken(tx, token, purpose);
    if (!used.ok) return used;
    await verifyEmail(tx, used.userId, used.signUp ?? (name ? { name } : null));
    return { ok: true, user: await getSessionUser(tx, used.userId), callbackPath: used.callbackPath };
  });
}

/** Uses up a reset link: sets the password, and ends every session and every other link. */
export async function resetPassword(token: string, password: string): Promise<LinkResult> {
  const hashedPassword = await hashPassword(password);
  return db.transaction(async (tx) => {
    const used = await consumeToken(tx, token, "reset_password");
    if (!used.ok) return used;
    await verifyEmail(tx, used.userId, null);
    await tx.update(users).set({ hashedPassword, sessionsValidFrom: new Date() }).where(eq(users.id, used.userId));
    await revokeTokens(tx, used.userId);
    return { ok: true, user: await getSessionUser(tx, used.userId), callbackPath: used.callbackPath };
  });
}
