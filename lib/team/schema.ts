import { z } from "zod";
import { roles } from "@/lib/access/permissions";
import { emailSchema } from "@/lib/auth/schema";
import { slugSchema } from "@/lib/names/slug-from";
import { typedText } from "@/lib/text/typed-text";

const city = typedText()
  .max(80, "Use 80 characters or fewer.")
  .transform((value) => value || null);

function webAddress(value: string): string | null {
  const address = /^[a-z][a-z\d+.-]*:/i.test(value) ? value : `https://${value}`;
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, href } = new URL(address);
  return /^https?:$/.test(protocol) && hostname.includes(".") ? href : null;
}

/** Typed as people type it, `example.com`, and kept whole. */
const website = typedText()
  .max(200, "Use 200 characters or fewer.")
  .refine((value) => value === "" || webAddress(value) !== null, "Enter a web address, like example.com.")
  .transform((value) => (value === "" ? null : webAddress(value)));

const name = typedText().min(2, "Enter a name of two characters or more.").max(120, "Use 120 characters or fewer.");

/** What it takes to start. */
export const organizerSchema = z.object({ name, city, website });

/** The public page. */
const profileSchema = organizerSchema.extend({
  about: typedText().max(5_000, "Use 5,000 characters or fewer."),
});

const role = z.enum(roles);

export const invitationSchema = z.object({ email: emailSchema.shape.email, role });

/** Which organizer an action is about. */
const organizer = slugSchema;

/** What the forms' actions take. A hidden field that nobody typed into is for access to refuse. */
export const profileFields = profileSchema.extend({ organizer: z.string() });
export const invitationFields = invitationSchema.extend({ organizer: z.string() });
export const acceptInvitationSchema = z.object({ token: z.string().max(200) });

/** Somebody in the team, by sealed id. */
export const memberSchema = z.object({ organizer, member: z.string().max(40) });

export const leaveTeamSchema = z.object({ organizer });

export const roleChangeSchema = memberSchema.extend({ role });

export const openInvitationSchema = z.object({ organizer, invitation: z.uuid() });
