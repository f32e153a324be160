import { readFileSync } from "node:fs";
import { z } from "zod";

const schema = z.strictObject({
  events: z.array(z.string()),
  organizers: z.array(z.string()),
  bookings: z.array(z.strictObject({ reference: z.string(), email: z.string(), status: z.string() })),
  tickets: z.array(z.strictObject({ code: z.string(), qrText: z.string(), isIn: z.boolean() })),
  /** The event whose tickets these are. */
  ticketsOf: z.string(),
  mailed: z.strictObject({ sign_in: z.url(), reset_password: z.url(), verify_email: z.url() }),
  invitation: z.string(),
  unsubscribe: z.strictObject({ page: z.url(), oneClick: z.url() }),
});

/** Public names that version 31f4836 has given out: addresses in emails and bookmarks, and QR codes on tickets. */
export const oldLinks = schema.parse(
  JSON.parse(readFileSync(new URL("./31f4836/links.json", import.meta.url), "utf8")),
);
