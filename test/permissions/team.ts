import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { teamInvitations } from "@/db/schema";
import { sealId } from "@/lib/names/sealed-id";
import { acceptInvitation } from "@/lib/team/accept-actions";
import {
  changeRole,
  inviteMember,
  leaveTeam,
  removeMember,
  resendInvitation,
  revokeInvitation,
  saveProfile,
} from "@/lib/team/actions";
import { invitationToken } from "@/lib/team/invitation-link";
import { inviteMember as invite } from "@/lib/team/invitations";
import { startOrganizer } from "@/lib/team/start-actions";
import { form, type Matrix } from "./entry";
import type { World } from "./world";

const profile = { name: "Another name", about: "", city: "", website: "" };

async function invitation({ organizer, owner }: World, email = `${crypto.randomUUID()}@quorix.test`) {
  const input = { organizerId: organizer.id, email, role: "manager", actorId: owner.id } as const;
  await db.transaction((tx) => invite(tx, input));
  const [row] = await db.select().from(teamInvitations).where(eq(teamInvitations.email, email));
  return row?.id ?? "";
}

const aboutColleague = ({ organizer, colleague }: World) => ({
  organizer: organizer.slug,
  member: sealId(colleague.id, "member"),
});

export const teamMatrix: Matrix = {
  "lib/team/start-actions.ts startOrganizer": {
    needs: "signed-in",
    shows: "changes",
    arrange: async () => () => startOrganizer({}, form({ name: "A new one", city: "", website: "" })),
  },
  "lib/team/accept-actions.ts acceptInvitation": {
    needs: "invited",
    shows: "changes",
    isQuiet: true,
    arrange: async (world) => {
      // Of all who try, it is for the stranger.
      const id = await invitation(world, world.person === "stranger" ? world.actor?.email : undefined);
      return () => acceptInvitation(form({ token: invitationToken(id) }));
    },
  },
  "lib/team/actions.ts saveProfile": {
    needs: "organizer.edit",
    shows: "changes",
    arrange:
      async ({ organizer }) =>
      () =>
        saveProfile({}, form({ organizer: organizer.slug, ...profile })),
  },
  "lib/team/actions.ts inviteMember": {
    needs: "team.manage",
    shows: "changes",
    arrange:
      async ({ organizer }) =>
      () =>
        inviteMember(
          {},
          form({ organizer: organizer.slug, email: `${crypto.randomUUID()}@quorix.test`, role: "owner" }),
        ),
  },
  "lib/team/actions.ts resendInvitation": {
    needs: "team.manage",
    shows: "changes",
    arrange: async (world) => {
      const id = await invitation(world);
      return () => resendInvitation({ organizer: world.organizer.slug, invitation: id });
    },
  },
  "lib/team/actions.ts revokeInvitation": {
    needs: "team.manage",
    shows: "changes",
    arrange: async (world) => {
      const id = await invitation(world);
      return () => revokeInvitation({ organizer: world.organizer.slug, invitation: id });
    },
  },
  "lib/team/actions.ts changeRole": {
    needs: "team.manage",
    shows: "changes",
    arrange: async (world) => () => changeRole({ ...aboutColleague(world), role: "owner" }),
  },
  "lib/team/actions.ts removeMember": {
    needs: "team.manage",
    shows: "changes",
    arrange: async (world) => () => removeMember(aboutColleague(world)),
  },
  "lib/team/actions.ts leaveTeam": {
    needs: "member",
    shows: "changes",
    isQuiet: true,
    arrange:
      async ({ organizer }) =>
      () =>
        leaveTeam({ organizer: organizer.slug }),
  },
};
