import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { teamInvitations } from "@/db/schema";
import { encodeOpaqueId } from "@/lib/names/opaque-id";
import {
  acceptInvitationAction,
  changeRoleAction,
  createOrganizerAction,
  inviteMemberAction,
  leaveTeamAction,
  removeMemberAction,
  resendInvitationAction,
  revokeInvitationAction,
  saveOrganizerProfileAction,
} from "@/lib/team/actions";
import { invitationToken } from "@/lib/team/invitation-link";
import { inviteMember as invite } from "@/lib/team/invitations";
import { form, type Matrix } from "./entry";
import type { PermissionsFixture } from "./fixture";

const profile = { name: "Another name", about: "", city: "", website: "" };

async function invitation({ organizer, owner }: PermissionsFixture, email = `${crypto.randomUUID()}@quorix.test`) {
  const input = { organizerId: organizer.id, email, role: "manager", actorId: owner.id } as const;
  await db.transaction((tx) => invite(tx, input));
  const [row] = await db.select().from(teamInvitations).where(eq(teamInvitations.email, email));
  return row?.id ?? "";
}

const aboutColleague = ({ organizer, colleague }: PermissionsFixture) => ({
  organizer: organizer.slug,
  member: encodeOpaqueId(colleague.id, "member"),
});

export const teamMatrix: Matrix = {
  "lib/team/actions.ts createOrganizerAction": {
    needs: "signed-in",
    shows: "changes",
    arrange: async () => () => createOrganizerAction({}, form({ name: "A new one", city: "", website: "" })),
  },
  "lib/team/actions.ts acceptInvitationAction": {
    needs: "invited",
    shows: "changes",
    isQuiet: true,
    arrange: async (fixture) => {
      // Of all callers, it is for the stranger.
      const id = await invitation(fixture, fixture.person === "stranger" ? fixture.actor?.email : undefined);
      return () => acceptInvitationAction(form({ token: invitationToken(id) }));
    },
  },
  "lib/team/actions.ts saveOrganizerProfileAction": {
    needs: "organizer.edit",
    shows: "changes",
    arrange:
      async ({ organizer }) =>
      () =>
        saveOrganizerProfileAction({}, form({ organizer: organizer.slug, ...profile })),
  },
  "lib/team/actions.ts inviteMemberAction": {
    needs: "team.manage",
    shows: "changes",
    arrange:
      async ({ organizer }) =>
      () =>
        inviteMemberAction(
          {},
          form({ organizer: organizer.slug, email: `${crypto.randomUUID()}@quorix.test`, role: "owner" }),
        ),
  },
  "lib/team/actions.ts resendInvitationAction": {
    needs: "team.manage",
    shows: "changes",
    arrange: async (fixture) => {
      const id = await invitation(fixture);
      return () => resendInvitationAction({ organizer: fixture.organizer.slug, invitation: id });
    },
  },
  "lib/team/actions.ts revokeInvitationAction": {
    needs: "team.manage",
    shows: "changes",
    arrange: async (fixture) => {
      const id = await invitation(fixture);
      return () => revokeInvitationAction({ organizer: fixture.organizer.slug, invitation: id });
    },
  },
  "lib/team/actions.ts changeRoleAction": {
    needs: "team.manage",
    shows: "changes",
    arrange: async (fixture) => () => changeRoleAction({ ...aboutColleague(fixture), role: "owner" }),
  },
  "lib/team/actions.ts removeMemberAction": {
    needs: "team.manage",
    shows: "changes",
    arrange: async (fixture) => () => removeMemberAction(aboutColleague(fixture)),
  },
  "lib/team/actions.ts leaveTeamAction": {
    needs: "member",
    shows: "changes",
    isQuiet: true,
    arrange:
      async ({ organizer }) =>
      () =>
        leaveTeamAction({ organizer: organizer.slug }),
  },
};
