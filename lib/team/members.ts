import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { organizerMembers, organizers, users } from "@/db/schema";
import type { Role } from "@/lib/access/permissions";
import { recordAudit } from "@/lib/audit/record";

export type MemberResult = { ok: true } | { ok: false; code: "NOT_A_MEMBER" | "NOT_ALLOWED" | "LAST_OWNER" };

type MemberChange = { organizerId: number; userId: number; actorId: number };

/** Changes a role. One active owner always remains. */
export async function changeRole(
  tx: Transaction,
  { role, ...change }: MemberChange & { role: Role },
  lock: LockTeam = lockTeam,
): Promise<MemberResult> {
  const decided = await checkMemberChange(tx, change, lock, role === "owner");
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

/** Removes a member from the team, or lets the actor leave it. One active owner always remains. */
export async function removeMember(
  tx: Transaction,
  change: MemberChange,
  lock: LockTeam = lockTeam,
): Promise<MemberResult> {
  const { organizerId, userId, actorId } = change;
  const decided = await checkMemberChange(tx, change, lock, false);
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

async function checkMemberChange(
  tx: Transaction,
  { organizerId, userId, actorId }: MemberChange,
  lock: LockTeam,
  staysOwner: boolean,
): Promise<{ ok: true; member: TeamMember } | Extract<MemberResult, { ok: false }>> {
  await lock(tx, organizerId);
  const team = await readTeam(tx, organizerId);
  const member = team.find((one) => one.userId === userId);
  if (!member) return { ok: false, code: "NOT_A_MEMBER" };
  // Checked again under the lock: the actor may have lost the role in the meantime.
  const isOwner = team.some((one) => one.userId === actorId && one.role === "owner");
  if (!isOwner && actorId !== userId) return { ok: false, code: "NOT_ALLOWED" };
  const otherOwners = team.filter((one) => one.role === "owner" && one.isActive && one.userId !== userId);
  if (member.role === "owner" && !staysOwner && otherOwners.length === 0) return { ok: false, code: "LAST_OWNER" };
  return { ok: true, member };
}

function isMember({ organizerId, userId }: MemberChange) {
  return and(eq(organizerMembers.organizerId, organizerId), eq(organizerMembers.userId, userId));
}

export type LockTeam = (tx: Transaction, organizerId: number) => Promise<unknown>;

/**
 * Locks the team's membership until the commit. Read it after this to decide about the last owner.
 * `no key update`, so that the foreign key of a new member doesn't wait for it.
 */
export const lockTeam: LockTeam = (tx, organizerId) =>
  tx.select({ id: organizers.id }).from(organizers).where(eq(organizers.id, organizerId)).for("no key update");

export type TeamMember = { userId: number; role: Role; isActive: boolean };

function readTeam(tx: Transaction, organizerId: number): Promise<TeamMember[]> {
  return tx
    .select({ userId: organizerMembers.userId, role: organizerMembers.role, isActive: users.isActive })
    .from(organizerMembers)
    .innerJoin(users, eq(users.id, organizerMembers.userId))
    .where(eq(organizerMembers.organizerId, organizerId));
}
