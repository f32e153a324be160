import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/connect";
import { organizerMembers, teamInvitations, users } from "@/db/schema";
import { teamInvited } from "@/inngest/events";
import type { Role } from "@/lib/access/permissions";
import { recordAudit } from "@/lib/audit/record";
import { announce } from "@/lib/outbox/outbox";
import { lockTeam } from "./members";

const INVITATION_LIFETIME_MS = 7 * 24 * 3_600_000;

type InvitationSent = { ok: true; outboxId: string };
export type InviteResult = InvitationSent | { ok: false; code: "ALREADY_MEMBER" | "ALREADY_INVITED" };
export type ResendResult = InvitationSent | { ok: false; code: "NOT_INVITED" };

const isOpen = and(isNull(teamInvitations.acceptedAt), isNull(teamInvitations.revokedAt));

/** Invites an address by email. Replaces an expired invitation. Relay `outboxId` after the commit. */
export async function inviteMember(
  tx: Transaction,
  { organizerId, email, role, actorId }: { organizerId: number; email: string; role: Role; actorId: number },
): Promise<InviteResult> {
  await lockTeam(tx, organizerId);
  const now = new Date();
  const [member] = await tx
    .select({ id: users.id })
    .from(users)
    .innerJoin(organizerMembers, eq(organizerMembers.userId, users.id))
    .where(and(eq(users.email, email), eq(organizerMembers.organizerId, organizerId)));
  if (member) return { ok: false, code: "ALREADY_MEMBER" };
  const same = and(eq(teamInvitations.organizerId, organizerId), eq(teamInvitations.email, email), isOpen);
  const [open] = await tx.select({ expiresAt: teamInvitations.expiresAt }).from(teamInvitations).where(same);
  if (open && open.expiresAt > now) return { ok: false, code: "ALREADY_INVITED" };
  if (open) await tx.update(teamInvitations).set({ revokedAt: now }).where(same);
  const id = crypto.randomUUID();
  const expiresAt = new Date(now.getTime() + INVITATION_LIFETIME_MS);
  await tx.insert(teamInvitations).values({ id, organizerId, email, role, invitedBy: actorId, expiresAt });
  await recordAudit(tx, { action: "team.invited", actorId, organizerId, detail: { invitationId: id, role } });
  return { ok: true, outboxId: await announceInvitation(tx, id, expiresAt) };
}

/** Emails an open invitation again and extends it. */
export async function resendInvitation(
  tx: Transaction,
  { organizerId, id, actorId }: { organizerId: number; id: string; actorId: number },
): Promise<ResendResult> {
  const expiresAt = new Date(Date.now() + INVITATION_LIFETIME_MS);
  const [open] = await tx
    .update(teamInvitations)
    .set({ expiresAt })
    .where(and(eq(teamInvitations.organizerId, organizerId), eq(teamInvitations.id, id), isOpen))
    .returning({ role: teamInvitations.role });
  if (!open) return { ok: false, code: "NOT_INVITED" };
  const detail = { invitationId: id, role: open.role };
  await recordAudit(tx, { action: "team.invitation-resent", actorId, organizerId, detail });
  return { ok: true, outboxId: await announceInvitation(tx, id, expiresAt) };
}

export async function revokeInvitation(
  tx: Transaction,
  { organizerId, id, actorId }: { organizerId: number; id: string; actorId: number },
): Promise<{ ok: true } | { ok: false; code: "NOT_INVITED" }> {
  const [open] = await tx
    .update(teamInvitations)
    .set({ revokedAt: new Date() })
    .where(and(eq(teamInvitations.organizerId, organizerId), eq(teamInvitations.id, id), isOpen))
    .returning({ role: teamInvitations.role });
  if (!open) return { ok: false, code: "NOT_INVITED" };
  const detail = { invitationId: id, role: open.role };
  await recordAudit(tx, { action: "team.invitation-revoked", actorId, organizerId, detail });
  return { ok: true };
}

/** The version is the time of expiry, which every resend changes: each is one email. */
function announceInvitation(tx: Transaction, invitationId: string, expiresAt: Date) {
  return announce(tx, teamInvited, { invitationId, version: expiresAt.getTime() });
}
