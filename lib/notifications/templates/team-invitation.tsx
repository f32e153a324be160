import { roleLabels } from "@/lib/access/permissions";
import type { EmailTemplate } from "@/lib/email/email";
import { EmailButton, Paragraph, Sentence, Small, Title } from "@/lib/email/parts";
import type { Invitation } from "@/lib/team/accept-invitation";
import { formatInstant } from "@/lib/time/format";
import { teamInvitationEmail as texts } from "@/texts/emails";

/** An invitation to an address that may have no account yet. */
export function teamInvitation(invitation: Invitation, url: string): EmailTemplate {
  const { organizer, invitedBy, role, expiresAt } = invitation;
  return {
    subject: texts.subject(organizer),
    preheader: texts.preheader(invitedBy, roleLabels[role].toLowerCase()),
    footer: texts.footer(invitedBy, organizer),
    body: (
      <>
        <Title>
          <Sentence text={texts.title} values={{ organizer: <bdi>{organizer}</bdi> }} />
        </Title>
        <Paragraph>
          <Sentence text={texts.text[role]} values={{ invitedBy: <bdi>{invitedBy}</bdi> }} />
        </Paragraph>
        <EmailButton href={url}>{texts.submit}</EmailButton>
        <Small>{texts.note(formatInstant(expiresAt, "UTC"))}</Small>
      </>
    ),
  };
}
