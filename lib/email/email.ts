import type { ReactNode } from "react";
import { env } from "@/lib/env";

/** One file of a mail; with a `cid` it is shown inside the text instead of below it. */
export type EmailAttachment = { filename: string; content: string | Buffer; contentType: string; cid?: string };

/** A mail ready to be handed over. */
export type Email = {
  /** Such as `booking-confirmed:42`: no key is mailed twice. */
  key: string;
  to: { name: string; address: string };
  /** Who wrote it, where that is not Quorix; it still comes from Quorix' own address. */
  author?: string;
  replyTo?: string;
  /** Beside those of every mail. */
  headers?: Record<string, string>;
  subject: string;
  html: string;
  text: string;
  attachments: EmailAttachment[];
  bookingId: number | null;
  eventId: number | null;
};

/** The bare address that every email comes from. */
export function getSenderAddress() {
  return /<([^<>]+)>\s*$/.exec(env.MAIL_FROM)?.[1] ?? env.MAIL_FROM;
}

/** One mail's words. The frame, the plain-text part and the headers are the same for all. */
export type EmailTemplate = {
  subject: string;
  /** What an inbox shows beside the subject. */
  preheader: string;
  body: ReactNode;
  /** Why this mail was sent. */
  footer: ReactNode;
};
