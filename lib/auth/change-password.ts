import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import type { SessionUser } from "./authenticate";
import { hashPassword, passwordMatches } from "./password";
import { revokeTokens } from "./tokens";

/** Replaces the password if `currentPassword` is right, and ends all earlier sessions and links. */
export async function changePassword(
  userId: number,
  passwords: { currentPassword: string; password: string },
): Promise<{ ok: true; user: SessionUser } | { ok: false; code: "WRONG_PASSWORD" }> {
  const [before] = await db.select({ hashedPassword: users.hashedPassword }).from(users).where(eq(users.id, userId));
  if (!(await passwordMatches(before?.hashedPassword, passwords.currentPassword)) || !before?.hashedPassword) {
    return { ok: false, code: "WRONG_PASSWORD" };
  }
  const currentHash = before.hashedPassword;
  const hashedPassword = await hashPassword(passwords.password);
  return db.transaction(async (tx) => {
    const sessionsValidFrom = new Date();
    // Only if the hash is still the one that was checked: of two concurrent changes, the second fails.
    const changed = await tx
      .update(users)
      .set({ hashedPassword, sessionsValidFrom })
      .where(and(eq(users.id, userId), eq(users.hashedPassword, currentHash)))
      .returning({ id: users.id });
    if (changed.length === 0) return { ok: false, code: "WRONG_PASSWORD" };
    await revokeTokens(tx, userId);
    return { ok: true, user: { id: userId, sessionsValidFrom } };
  });
}
