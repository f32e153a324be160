import { z } from "zod";
import { roles } from "@/lib/access/permissions";
import { emailSchema } from "@/lib/auth/schema";
import { slugSchema } from "@/lib/names/slug-from";
import { typedText } from "@/lib/text/typed-text";
import { organizerErrors } from "@/texts/team";

const city = typedText()
  .max(80, organizerErrors.tooLong("80"))
  .transform((value) => value || null);

function webAddress(value: string): string | null {
  const address = /^[a-z][a-z\d+.-]*:/i.test(value) ? value : `https://${value}`;
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, href } = new URL(address);
  return /^https?:$/.test(protocol) && hostname.includes(".") ? href : null;
}

/** Accepts `example.com` and stores the full address. */
const website = typedText()
  .max(200, organizerErrors.tooLong("200"))
  .refine((value) => value === "" || webAddress(value) !== null, organizerErrors.websiteInvalid)
  .transform((value) => (value === "" ? null : webAddress(value)));

const name = typedText().min(2, organizerErrors.nameTooShort).max(120, organizerErrors.tooLong("120"));

export const organizerSchema = z.object({ name, city, website });

const profileSchema = organizerSchema.extend({
  about: typedText().max(5_000, organizerErrors.tooLong("5,000")),
});

const role = z.enum(roles);

export const invitationSchema = z.object({ email: emailSchema.shape.email, role });

/** Which organizer an action is about. */
const organizer = slugSchema;

/** Input of the forms' actions. `organizer` is a hidden field, which the access check validates. */
export const profileFields = profileSchema.extend({ organizer: z.string() });
export const invitationFields = invitationSchema.extend({ organizer: z.string() });
export const acceptInvitationSchema = z.object({ token: z.string().max(200) });

export const memberSchema = z.object({ organizer, member: z.string().max(40) });

export const leaveTeamSchema = z.object({ organizer });

export const roleChangeSchema = memberSchema.extend({ role });

export const openInvitationSchema = z.object({ organizer, invitation: z.uuid() });
