import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { users } from "@/db/schema";
import { revokeTokens } from "@/lib/auth/tokens";
import { recordAdminAudit } from "./audit";

export type AccountResult = { ok: true } | { ok: false; code: "NOT_FOUND" | "YOURSELF" | "ALREADY_SO" };

type AccountChange = { userId: number; actorId: number; reason: string };

/** Deactivates a user. Their sessions end with the next request, and links in earlier emails stop working. */
export async function deactivateUser(
  tx: Transaction,
  { userId, actorId, reason }: AccountChange,
): Promise<AccountResult> {
  if (userId === actorId) return { ok: false, code: "YOURSELF" };
  const changed = await tx
    .update(users)
    .set({ isActive: false, sessionsValidFrom: new Date() })
    .where(and(eq(users.id, userId), eq(users.isActive, true)))
    .returning({ id: users.id });
  if (changed.length === 0) return unchangedAccountFailure(tx, userId);
  await revokeTokens(tx, userId);
  await recordAdminAudit(tx, { action: "admin.user-deactivated", actorId, detail: { userId, reason } });
  return { ok: true };
}

/** Lets a user sign in again. Earlier sessions and links stay invalid. */
export async function reactivateUser(
  tx: Transaction,
  { userId, actorId, reason }: AccountChange,
): Promise<AccountResult> {
  const changed = await tx
    .update(users)
    .set({ isActive: true })
    .where(and(eq(users.id, userId), eq(users.isActive, false)))
    .returning({ id: users.id });
  if (changed.length === 0) return unchangedAccountFailure(tx, userId);
  await recordAdminAudit(tx, { action: "admin.user-reactivated", actorId, detail: { userId, reason } });
  return { ok: true };
}

async function unchangedAccountFailure(tx: Transaction, userId: number): Promise<AccountResult> {
  const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.id, userId));
  return { ok: false, code: user ? "ALREADY_SO" : "NOT_FOUND" };
}
