import { and, eq } from "drizzle-orm";
import type { Queryable, Transaction } from "@/db/connect";
import { organizerMembers, organizers, teamInvitations, users } from "@/db/schema";
import type { Role } from "@/lib/access/permissions";
import { recordAudit } from "@/lib/audit/record";
import { invitationId } from "./invitation-link";

export type InvitationFailure = "INVALID" | "EXPIRED" | "REVOKED" | "ACCEPTED";

export type Invitation = {
  id: string;
  organizerId: number;
  organizer: string;
  organizerSlug: string;
  invitedBy: string;
  email: string;
  role: Role;
  expiresAt: Date;
};

/** Reads an invitation and whether it is still open. Reading it changes nothing. */
export async function inspectInvitation(
  db: Queryable,
  token: string,
): Promise<{ ok: true; invitation: Invitation } | { ok: false; code: InvitationFailure; organizerSlug?: string }> {
  const id = invitationId(token);
  if (!id) return { ok: false, code: "INVALID" };
  const [row] = await db
    .select({
      id: teamInvitations.id,
      organizerId: teamInvitations.organizerId,
      organizer: organizers.name,
      organizerSlug: organizers.slug,
      invitedBy: users.name,
      email: teamInvitations.email,
      role: teamInvitations.role,
      expiresAt: teamInvitations.expiresAt,
      acceptedAt: teamInvitations.acceptedAt,
      revokedAt: teamInvitations.revokedAt,
    })
    .from(teamInvitations)
    .innerJoin(organizers, eq(organizers.id, teamInvitations.organizerId))
    .innerJoin(users, eq(users.id, teamInvitations.invitedBy))
    .where(eq(teamInvitations.id, id));
  if (!row) return { ok: false, code: "INVALID" };
  const { acceptedAt, revokedAt, ...invitation } = row;
  if (acceptedAt) return { ok: false, code: "ACCEPTED", organizerSlug: row.organizerSlug };
  if (revokedAt) return { ok: false, code: "REVOKED" };
  if (row.expiresAt <= new Date()) return { ok: false, code: "EXPIRED" };
  return { ok: true, invitation };
}

export type AcceptResult =
  | { ok: true; organizerSlug: string; role: Role }
  | { ok: false; code: InvitationFailure | "OTHER_ADDRESS" };

/** Accepts an invitation for the account with the invited address. */
export async function acceptInvitation(tx: Transaction, token: string, userId: number): Promise<AcceptResult> {
  const id = invitationId(token);
  if (!id) return { ok: false, code: "INVALID" };
  // Row lock until the commit: accepting twice at once, or accepting while it is revoked, is decided once.
  await tx
    .select({ id: teamInvitations.id })
    .from(teamInvitations)
    .where(eq(teamInvitations.id, id))
    .for("no key update");
  const inspected = await inspectInvitation(tx, token);
  if (!inspected.ok) return { ok: false, code: inspected.code };
  const { organizerId, organizerSlug, email, role } = inspected.invitation;
  const [account] = await tx
    .select({ verifiedAt: users.emailVerifiedAt })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.email, email), eq(users.isActive, true)));
  if (!account?.verifiedAt) return { ok: false, code: "OTHER_ADDRESS" };
  await tx.update(teamInvitations).set({ acceptedAt: new Date() }).where(eq(teamInvitations.id, id));
  // A person who is already in the team keeps their role.
  const joined = await tx
    .insert(organizerMembers)
    .values({ organizerId, userId, role })
    .onConflictDoNothing()
    .returning({ role: organizerMembers.role });
  if (joined.length > 0) {
    await recordAudit(tx, { action: "team.joined", actorId: userId, organizerId, detail: { invitationId: id, role } });
  }
  return { ok: true, organizerSlug, role };
}
