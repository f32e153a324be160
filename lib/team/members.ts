import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { organizerMembers } from "@/db/schema";
import type { Role } from "@/lib/access/permissions";
import { recordAudit } from "@/lib/audit/record";
import { type LockTeam, lockTeam, type TeamMember, teamOf } from "./lock-team";

export type MemberResult = { ok: true } | { ok: false; code: "NOT_A_MEMBER" | "NOT_ALLOWED" | "LAST_OWNER" };

type Change = { organizerId: number; userId: number; actorId: number };

/** Gives a member another role. One owner who can sign in always stays. */
export async function changeRole(
  tx: Transaction,
  { role, ...change }: Change & { role: Role },
  lock: LockTeam = lockTeam,
): Promise<MemberResult> {
  const decided = await decide(tx, change, lock, role === "owner");
  if (!decided.ok) return decided;
  const before = decided.member.role;
  if (before === role) return { ok: true };
  await tx.update(organizerMembers).set({ role }).where(isMember(change));
  await recordAudit(tx, {
    action: "team.role-changed",
    actorId: change.actorId,
    organizerId: change.organizerId,
    detail: { userId: change.userId, from: before, to: role },
  });
  return { ok: true };
}

/** Takes somebody out of the team; whoever is it themselves, leaves. */
export async function removeMember(tx: Transaction, change: Change, lock: LockTeam = lockTeam): Promise<MemberResult> {
  const { organizerId, userId, actorId } = change;
  const decided = await decide(tx, change, lock, false);
  if (!decided.ok) return decided;
  await tx.delete(organizerMembers).where(isMember(change));
  await recordAudit(tx, {
    action: actorId === userId ? "team.left" : "team.removed",
    actorId,
    organizerId,
    detail: { userId, role: decided.member.role },
  });
  return { ok: true };
}

async function decide(
  tx: Transaction,
  { organizerId, userId, actorId }: Change,
  lock: LockTeam,
  staysOwner: boolean,
): Promise<{ ok: true; member: TeamMember } | Extract<MemberResult, { ok: false }>> {
  await lock(tx, organizerId);
  const team = await teamOf(tx, organizerId);
  const member = team.find((one) => one.userId === userId);
  if (!member) return { ok: false, code: "NOT_A_MEMBER" };
  // Asked again under the lock: whoever was demoted a moment ago demotes nobody.
  const isOwner = team.some((one) => one.userId === actorId && one.role === "owner");
  if (!isOwner && actorId !== userId) return { ok: false, code: "NOT_ALLOWED" };
  const otherOwners = team.filter((one) => one.role === "owner" && one.isActive && one.userId !== userId);
  if (member.role === "owner" && !staysOwner && otherOwners.length === 0) return { ok: false, code: "LAST_OWNER" };
  return { ok: true, member };
}

function isMember({ organizerId, userId }: Change) {
  return and(eq(organizerMembers.organizerId, organizerId), eq(organizerMembers.userId, userId));
}
