import { z } from "zod";
import { typedText } from "@/lib/text/typed-text";
import { findTimeZone } from "@/lib/time/time-zone";

export const PASSWORD_MIN_LENGTH = 10;

const email = typedText()
  .toLowerCase()
  .min(1, "Enter your email address.")
  .max(254, "That address is too long.")
  .pipe(z.email("Enter an email address, like ada@example.com."));

const name = typedText().min(1, "Enter your name.").max(100, "Use 100 characters or fewer.");

// Length is what makes a password hard to guess. The upper bound keeps hashing cheap.
const newPassword = z
  .string()
  .min(PASSWORD_MIN_LENGTH, `Use ${PASSWORD_MIN_LENGTH} characters or more.`)
  .max(200, "Use 200 characters or fewer.");

const existingPassword = z.string().min(1, "Enter your password.").max(200, "Use 200 characters or fewer.");

export const emailSchema = z.object({ email });

export const credentialsSchema = z.object({ email, password: existingPassword });

/** The way back that a form carries. Whatever does not lead here leads nowhere. */
const callbackUrl = z.string().optional().catch(undefined);

const byPassword = credentialsSchema.extend({ intent: z.literal("password") });
const byLink = emailSchema.extend({ intent: z.literal("link") });

/** One form, two buttons: with the password, or by a mailed link. */
export const signInSchema = z.discriminatedUnion("intent", [byPassword, byLink]);

/** What a form's action takes: what is typed, and what is hidden in the form. */
export const signInFields = z.discriminatedUnion("intent", [
  byPassword.extend({ callbackUrl }),
  byLink.extend({ callbackUrl }),
]);

export const signUpSchema = z.object({
  name,
  email,
  password: newPassword,
  /** What the browser says, and nothing lost where it says nothing we know. */
  timeZone: z
    .string()
    .optional()
    .transform((value) => (value ? findTimeZone(value) : null)),
});

export const signUpFields = signUpSchema.extend({ callbackUrl });
export const forgotPasswordFields = emailSchema.extend({ callbackUrl });

/** As a mailed link carries it. */
const token = z.string().max(500);

export const followLinkSchema = z.object({
  token,
  purpose: z.enum(["verify_email", "sign_in"]),
  /** What somebody new is called; without one, the account keeps the name it has. */
  name: name.nullish().catch(null),
});

export const resetPasswordSchema = z.object({ password: newPassword });
export const resetPasswordFields = resetPasswordSchema.extend({ token: token.catch("") });

export const profileSchema = z.object({
  name,
  timeZone: z
    .string()
    .refine((value) => value === "" || findTimeZone(value) !== null, "Choose a time zone from the list.")
    .transform(findTimeZone),
});

export const changePasswordSchema = z.object({ currentPassword: existingPassword, password: newPassword });
