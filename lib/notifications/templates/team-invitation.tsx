import { roleLabels } from "@/lib/access/permissions";
import type { EmailTemplate } from "@/lib/email/email";
import { EmailButton, Paragraph, Small, Title } from "@/lib/email/parts";
import type { Invitation } from "@/lib/team/accept-invitation";
import { formatInstant } from "@/lib/time/format";

const roleDescriptions: Record<Invitation["role"], string> = {
  owner: "You would run everything together: events, attendees, the team and its public page.",
  manager: "You would run the events with the team: tickets, attendees, waitlists and messages.",
  door_staff: "You would check tickets in at the door, with your phone.",
};

/** A seat in a team, offered to an address that may have no account yet. */
export function teamInvitation(invitation: Invitation, url: string): EmailTemplate {
  const { organizer, invitedBy, role, expiresAt } = invitation;
  return {
    subject: `Join the team of ${organizer}`,
    preheader: `${invitedBy} invites you as ${roleLabels[role].toLowerCase()}.`,
    footer: `${invitedBy} wrote this address into the team of ${organizer}. If that means nothing to you, ignore this mail: nothing happens.`,
    body: (
      <>
        <Title>
          Join the team of <bdi>{organizer}</bdi>
        </Title>
        <Paragraph>
          <bdi>{invitedBy}</bdi> invites you as {roleLabels[role].toLowerCase()}. {roleDescriptions[role]}
        </Paragraph>
        <EmailButton href={url}>See the invitation</EmailButton>
        <Small>
          It stands until {formatInstant(expiresAt, "UTC")}. You accept it signed in with this address; a sign-in link
          by email is enough, and creates your account if you have none.
        </Small>
      </>
    ),
  };
}
