import { z } from "zod";
import { typedText } from "@/lib/text/typed-text";
import { findTimeZone } from "@/lib/time/time-zone";
import { accountProblems } from "@/texts/account";

export const PASSWORD_MIN_LENGTH = 10;

const email = typedText()
  .toLowerCase()
  .min(1, accountProblems.noEmail)
  .max(254, accountProblems.emailTooLong)
  .pipe(z.email(accountProblems.emailInvalid));

const name = typedText().min(1, accountProblems.noName).max(100, accountProblems.tooLong(100));

// Length is what makes a password hard to guess. The upper bound keeps hashing cheap.
const newPassword = z
  .string()
  .min(1, accountProblems.noNewPassword)
  .min(PASSWORD_MIN_LENGTH, accountProblems.tooShort(PASSWORD_MIN_LENGTH))
  .max(200, accountProblems.tooLong(200));

const existingPassword = z.string().min(1, accountProblems.noPassword).max(200, accountProblems.tooLong(200));

export const emailSchema = z.object({ email });

export const credentialsSchema = z.object({ email, password: existingPassword });

/** Checked by `safeCallbackPath` before it is used. */
const callbackUrl = z.string().optional().catch(undefined);

const byPassword = credentialsSchema.extend({ intent: z.literal("password") });
const byLink = emailSchema.extend({ intent: z.literal("link") });

/** One form with two buttons: by password, or by an emailed link. */
export const signInSchema = z.discriminatedUnion("intent", [byPassword, byLink]);

/** With the hidden fields of the form. */
export const signInFields = z.discriminatedUnion("intent", [
  byPassword.extend({ callbackUrl }),
  byLink.extend({ callbackUrl }),
]);

export const signUpSchema = z.object({
  name,
  email,
  password: newPassword,
  /** The browser's time zone; null where it is unknown to us. */
  timeZone: z
    .string()
    .optional()
    .transform((value) => (value ? findTimeZone(value) : null)),
});

export const signUpFields = signUpSchema.extend({ callbackUrl });
export const forgotPasswordFields = emailSchema.extend({ callbackUrl });

const token = z.string().max(500);

export const followLinkSchema = z.object({
  token,
  purpose: z.enum(["verify_email", "sign_in"]),
  /** The name of a new person; without one, the account keeps its name. */
  name: name.nullish().catch(null),
});

export const resetPasswordSchema = z.object({ password: newPassword });
export const resetPasswordFields = resetPasswordSchema.extend({ token: token.catch("") });

export const profileSchema = z.object({
  name,
  timeZone: z
    .string()
    .refine((value) => value === "" || findTimeZone(value) !== null, accountProblems.timeZone)
    .transform(findTimeZone),
});

export const changePasswordSchema = z.object({ currentPassword: existingPassword, password: newPassword });
