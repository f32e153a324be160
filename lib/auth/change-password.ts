import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import type { SessionUser } from "./authenticate";
import { hashPassword, passwordMatches } from "./password";
import { revokeTokens } from "./tokens";

/** Sets a new password for someone who knows the present one, and ends every session and link from before. */
export async function changePassword(
  userId: number,
  passwords: { currentPassword: string; password: string },
): Promise<{ ok: true; user: SessionUser } | { ok: false; code: "WRONG_PASSWORD" }> {
  const [before] = await db.select({ hashedPassword: users.hashedPassword }).from(users).where(eq(users.id, userId));
  if (!(await passwordMatches(before?.hashedPassword, passwords.currentPassword)) || !before?.hashedPassword) {
    return { ok: false, code: "WRONG_PASSWORD" };
  }
  const present = before.hashedPassword;
  const hashedPassword = await hashPassword(passwords.password);
  return db.transaction(async (tx) => {
    const sessionsValidFrom = new Date();
    // Conditional on the hash that was checked: of two changes at once, one is told that its password is no longer it.
    const changed = await tx
      .update(users)
      .set({ hashedPassword, sessionsValidFrom })
      .where(and(eq(users.id, userId), eq(users.hashedPassword, present)))
      .returning({ id: users.id });
    if (changed.length === 0) return { ok: false, code: "WRONG_PASSWORD" };
    await revokeTokens(tx, userId);
    return { ok: true, user: { id: userId, sessionsValidFrom } };
  });
}
