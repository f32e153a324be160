import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { organizerMembers, organizers, users } from "@/db/schema";
import type { Role } from "@/lib/access/permissions";

export type LockTeam = (tx: Transaction, organizerId: number) => Promise<unknown>;

/**
 * From here to the commit nobody else changes who is in the team: what is decided about its last owner is read after
 * this. Not the stronger lock: a new member's foreign key would wait for it.
 */
export const lockTeam: LockTeam = (tx, organizerId) =>
  tx.select({ id: organizers.id }).from(organizers).where(eq(organizers.id, organizerId)).for("no key update");

export type TeamMember = { userId: number; role: Role; isActive: boolean };

/** Everybody in a team, with whether they can sign in at all. */
export function teamOf(tx: Transaction, organizerId: number): Promise<TeamMember[]> {
  return tx
    .select({ userId: organizerMembers.userId, role: organizerMembers.role, isActive: users.isActive })
    .from(organizerMembers)
    .innerJoin(users, eq(users.id, organizerMembers.userId))
    .where(eq(organizerMembers.organizerId, organizerId));
}
