import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { emailDeliveries, organizerMembers, organizers, teamInvitations, users } from "@/db/schema";
import type { Role } from "@/lib/access/permissions";
import { encodeOpaqueId } from "@/lib/names/opaque-id";
import { type Invitation, inspectInvitation } from "./accept-invitation";
import { invitationToken } from "./invitation-link";

export type MemberRow = {
  /** Opaque id. */
  member: string;
  name: string;
  email: string;
  role: Role;
  since: Date;
  isActive: boolean;
  isViewer: boolean;
};

/** Members of a team, owners first. */
export async function listMembers(organizerId: number, viewerId: number): Promise<MemberRow[]> {
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: organizerMembers.role,
      since: organizerMembers.createdAt,
      isActive: users.isActive,
    })
    .from(organizerMembers)
    .innerJoin(users, eq(users.id, organizerMembers.userId))
    .where(eq(organizerMembers.organizerId, organizerId))
    .orderBy(asc(organizerMembers.role), asc(users.name), asc(users.id));
  return rows.map(({ id, ...row }) => ({ ...row, member: encodeOpaqueId(id, "member"), isViewer: id === viewerId }));
}

export type InvitationRow = {
  id: string;
  email: string;
  role: Role;
  invitedBy: string;
  expiresAt: Date;
  isExpired: boolean;
  /** Status of the latest email; null until its job has started. */
  emailStatus: "sending" | "sent" | "failed" | null;
};

/** Invitations that are neither accepted nor revoked. Some have expired. */
export async function listInvitations(organizerId: number, now = new Date()): Promise<InvitationRow[]> {
  const latestEmailKey = sql`'team-invitation:' || ${teamInvitations.id} || ':' || (extract(epoch from ${teamInvitations.expiresAt}) * 1000)::bigint`;
  const rows = await db
    .select({
      id: teamInvitations.id,
      email: teamInvitations.email,
      role: teamInvitations.role,
      invitedBy: users.name,
      expiresAt: teamInvitations.expiresAt,
      emailStatus: emailDeliveries.status,
    })
    .from(teamInvitations)
    .innerJoin(users, eq(users.id, teamInvitations.invitedBy))
    .leftJoin(emailDeliveries, eq(emailDeliveries.key, latestEmailKey))
    .where(
      and(
        eq(teamInvitations.organizerId, organizerId),
        isNull(teamInvitations.acceptedAt),
        isNull(teamInvitations.revokedAt),
      ),
    )
    .orderBy(asc(teamInvitations.createdAt));
  return rows.map((row) => ({ ...row, isExpired: row.expiresAt <= now }));
}

export async function getOrganizerProfile(organizerId: number) {
  const [profile] = await db
    .select({ name: organizers.name, about: organizers.about, city: organizers.city, website: organizers.website })
    .from(organizers)
    .where(eq(organizers.id, organizerId));
  if (!profile) throw new Error(`organizer ${organizerId} has members and is gone`);
  return profile;
}

/** An invitation that can be accepted, for its email. */
export async function findOpenInvitation(id: string): Promise<Invitation | null> {
  const inspected = await inspectInvitation(db, invitationToken(id));
  return inspected.ok ? inspected.invitation : null;
}

export function getInvitationPreview(token: string) {
  return inspectInvitation(db, token);
}
