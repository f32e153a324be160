import type { ReactNode } from "react";
import { env } from "@/lib/env";

/** A file of an email. With a `cid` it is shown inline. */
export type EmailAttachment = { filename: string; content: string | Buffer; contentType: string; cid?: string };

export type Email = {
  /** Such as `booking-confirmed:42`: each key is sent once. */
  key: string;
  to: { name: string; address: string };
  /** The author's name, if it is not Quorix. The sender's address is always that of Quorix. */
  author?: string;
  replyTo?: string;
  /** In addition to the headers of every email. */
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

/** The content of an email, without the layout, the plain-text part and the headers. */
export type EmailTemplate = {
  subject: string;
  /** Shown by inboxes after the subject. */
  preheader: string;
  body: ReactNode;
  /** Why the email was sent. */
  footer: ReactNode;
};
