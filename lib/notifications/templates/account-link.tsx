import type { ReactNode } from "react";
import type { EmailTemplate } from "@/lib/email/email";
import { EmailButton, Paragraph, Small, Title } from "@/lib/email/parts";
import type { TokenEmailData } from "@/lib/notifications/queries/email-data";
import { formatInstant } from "@/lib/time/format";

type LinkTexts = Omit<EmailTemplate, "body"> & { title: string; text: ReactNode; action: string };

const linkTexts: Record<TokenEmailData["purpose"] | "create_account", LinkTexts> = {
  verify_email: {
    subject: "Confirm your email address",
    preheader: "One step left: confirm that this address is yours.",
    title: "Confirm your email address",
    text: "Open the link to confirm that this address is yours and to finish signing up.",
    action: "Confirm address",
    footer: "Somebody signed up to Quorix with this address. If it was not you, ignore this mail: nothing happens.",
  },
  sign_in: {
    subject: "Your sign-in link",
    preheader: "Sign in to Quorix without a password.",
    title: "Sign in to Quorix",
    text: "Open the link to sign in. No password needed.",
    action: "Sign in",
    footer:
      "Somebody asked to sign in with this address. If it was not you, ignore this mail: nobody gets in without it.",
  },
  create_account: {
    subject: "Your sign-in link",
    preheader: "One step to your Quorix account, without a password.",
    title: "Welcome to Quorix",
    text: "Open the link to create your account with this address and to sign in. No password needed.",
    action: "Create account",
    footer:
      "Somebody asked to sign in with this address. If it was not you, ignore this email: no account is opened without it.",
  },
  reset_password: {
    subject: "Reset your password",
    preheader: "Choose a new password for Quorix.",
    title: "Reset your password",
    text: "Open the link to choose a new password. It signs you out everywhere else.",
    action: "Choose a new password",
    footer: "Somebody asked for a new password for this address. If it was not you, ignore this mail: yours stays.",
  },
};

/** The mailed link of an account: verifying an address, signing in, or a new password. */
export function accountLink(token: TokenEmailData, url: string): EmailTemplate {
  const { title, text, action, ...head } =
    linkTexts[token.purpose === "sign_in" && token.isNew ? "create_account" : token.purpose];
  return {
    ...head,
    body: (
      <>
        <Title>{title}</Title>
        <Paragraph>{text}</Paragraph>
        <EmailButton href={url}>{action}</EmailButton>
        <Small>It works once, until {formatInstant(token.expiresAt, token.timeZone ?? "UTC")}.</Small>
      </>
    ),
  };
}
