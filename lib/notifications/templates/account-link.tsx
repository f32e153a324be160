import type { EmailTemplate } from "@/lib/email/email";
import { EmailButton, Paragraph, Small, Title } from "@/lib/email/parts";
import type { TokenEmailData } from "@/lib/notifications/queries/email-data";
import { formatInstant } from "@/lib/time/format";
import { accountLinkEmails } from "@/texts/emails";

/** The link that verifies an address, signs in, or resets a password. */
export function accountLink(token: TokenEmailData, url: string): EmailTemplate {
  const purpose = token.purpose === "sign_in" && token.isNew ? "create_account" : token.purpose;
  const { title, text, action, ...head } = accountLinkEmails[purpose];
  return {
    ...head,
    body: (
      <>
        <Title>{title}</Title>
        <Paragraph>{text}</Paragraph>
        <EmailButton href={url}>{action}</EmailButton>
        <Small>{accountLinkEmails.expiry(formatInstant(token.expiresAt, token.timeZone ?? "UTC"))}</Small>
      </>
    ),
  };
}
