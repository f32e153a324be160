"use server";

import { eq } from "drizzle-orm";
import type { Route } from "next";
import { refresh, revalidatePath, updateTag } from "next/cache";
import { redirect } from "next/navigation";
import { db } from "@/db/client";
import { organizers } from "@/db/schema";
import { organizerAccessFor } from "@/lib/access/access";
import { afterResponse } from "@/lib/after-response";
import { recordAudit } from "@/lib/audit/record";
import { authorizeViewer } from "@/lib/auth/access";
import { EVENTS_TAG, organizerTag } from "@/lib/events/tags";
import { decodeOpaqueId } from "@/lib/names/opaque-id";
import { relayOutbox } from "@/lib/outbox/relay";
import { defineAction, defineFormAction, defineRedirectAction } from "@/lib/requests/define-action";
import { acceptInvitation } from "./accept-invitation";
import { createOrganizer } from "./create-organizer";
import { inviteMember, resendInvitation, revokeInvitation } from "./invitations";
import { changeRole, removeMember } from "./members";
import { teamFailure } from "./messages";
import {
  acceptInvitationSchema,
  invitationFields,
  leaveTeamSchema,
  memberSchema,
  openInvitationSchema,
  organizerSchema,
  profileFields,
  roleChangeSchema,
} from "./schema";

const pageForOrganizer = (page: string) => (fields: Record<string, string>) =>
  `${page}?organizer=${encodeURIComponent(fields.organizer ?? "")}`;

/** Any signed-in user may create an organizer, and becomes its owner. */
export const createOrganizerAction = defineFormAction({
  page: () => "/organize/new",
  input: organizerSchema,
  access: ({ deadline }) => authorizeViewer("/organize/new", deadline),
  limit: ({ viewer }) => ({ action: "start-organizer", address: viewer.email }),
  run: async ({ input, viewer }) => {
    const { slug } = await createOrganizer(input, viewer.id);
    // The layout's navigation depends on the viewer's teams.
    refresh();
    return redirect(`/organize/team?organizer=${encodeURIComponent(slug)}&started=1` as Route, "replace");
  },
});

const invitationPagePath = (token: string) => `/invitations/${encodeURIComponent(token)}` as Route;

/** The button of an invitation's page, which shows the result when it is rendered again. */
export const acceptInvitationAction = defineRedirectAction({
  input: acceptInvitationSchema,
  access: ({ input, deadline }) => authorizeViewer(invitationPagePath(input.token), deadline),
  run: async ({ input: { token }, viewer }) => {
    await db.transaction((tx) => acceptInvitation(tx, token, viewer.id));
    refresh();
    redirect(invitationPagePath(token), "replace");
  },
  refused: refresh,
});

export const saveOrganizerProfileAction = defineFormAction({
  page: pageForOrganizer("/organize/team/profile"),
  input: profileFields,
  access: organizerAccessFor("organizer.edit"),
  run: async ({ input: { organizer: slug, ...profile }, organizer: { organizerId }, viewer }) => {
    await db.transaction(async (tx) => {
      await tx.update(organizers).set(profile).where(eq(organizers.id, organizerId));
      await recordAudit(tx, { action: "organizer.edited", actorId: viewer.id, organizerId });
    });
    updateTag(organizerTag(slug));
    // Cards of events show its name, too.
    updateTag(EVENTS_TAG);
    return { ok: true };
  },
});

export const inviteMemberAction = defineFormAction({
  page: pageForOrganizer("/organize/team"),
  input: invitationFields,
  access: organizerAccessFor("team.manage"),
  limit: ({ viewer }) => ({ action: "team-invitation", address: viewer.email }),
  run: async ({ input: { email, role }, organizer: { organizerId }, viewer }) => {
    const invitation = { organizerId, email, role, actorId: viewer.id };
    const result = await db.transaction((tx) => inviteMember(tx, invitation));
    if (!result.ok) {
      const refusal = teamFailure(result.code);
      return { ...refusal, fieldErrors: { email: refusal.message } };
    }
    afterResponse(() => relayOutbox([result.outboxId]));
    revalidatePath("/organize/team");
    return { ok: true, sentTo: email };
  },
});

export const resendInvitationAction = defineAction({
  input: openInvitationSchema,
  access: organizerAccessFor("team.manage"),
  limit: ({ viewer }) => ({ action: "team-invitation", address: viewer.email }),
  run: async ({ input, organizer: { organizerId }, viewer }) => {
    const invitation = { organizerId, id: input.invitation, actorId: viewer.id };
    const result = await db.transaction((tx) => resendInvitation(tx, invitation));
    if (!result.ok) return teamFailure(result.code);
    afterResponse(() => relayOutbox([result.outboxId]));
    revalidatePath("/organize/team");
    return { ok: true };
  },
});

export const revokeInvitationAction = defineAction({
  input: openInvitationSchema,
  access: organizerAccessFor("team.manage"),
  run: async ({ input, organizer: { organizerId }, viewer }) => {
    const invitation = { organizerId, id: input.invitation, actorId: viewer.id };
    const result = await db.transaction((tx) => revokeInvitation(tx, invitation));
    if (!result.ok) return teamFailure(result.code);
    revalidatePath("/organize/team");
    return { ok: true };
  },
});

export const changeRoleAction = defineAction({
  input: roleChangeSchema,
  access: organizerAccessFor("team.manage"),
  run: async ({ input: { member, role }, organizer: { organizerId }, viewer }) => {
    const userId = decodeOpaqueId(member, "member");
    if (userId === null) return teamFailure("NOT_A_MEMBER");
    const result = await db.transaction((tx) => changeRole(tx, { organizerId, userId, actorId: viewer.id, role }));
    if (!result.ok) return teamFailure(result.code);
    revalidatePath("/organize", "layout");
    return { ok: true };
  },
});

export const removeMemberAction = defineAction({
  input: memberSchema,
  access: organizerAccessFor("team.manage"),
  run: async ({ input: { member }, organizer: { organizerId }, viewer }) => {
    const userId = decodeOpaqueId(member, "member");
    if (userId === null) return teamFailure("NOT_A_MEMBER");
    const result = await db.transaction((tx) => removeMember(tx, { organizerId, userId, actorId: viewer.id }));
    if (!result.ok) return teamFailure(result.code);
    revalidatePath("/organize", "layout");
    return { ok: true };
  },
});

/** Takes the viewer out of a team. Every role may leave. */
export const leaveTeamAction = defineAction({
  input: leaveTeamSchema,
  access: organizerAccessFor("check-in"),
  run: async ({ organizer: { organizerId }, viewer: { id } }) => {
    const result = await db.transaction((tx) => removeMember(tx, { organizerId, userId: id, actorId: id }));
    if (!result.ok) return teamFailure(result.code);
    refresh();
    return redirect("/organize");
  },
});
