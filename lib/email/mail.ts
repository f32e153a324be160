/** One file of a mail; with a `cid` it is shown inside the text instead of below it. */
export type MailAttachment = { filename: string; content: string | Buffer; contentType: string; cid?: string };

/** A mail ready to be handed over. */
export type Mail = {
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
  attachments: MailAttachment[];
  bookingId: number | null;
  eventId: number | null;
};
