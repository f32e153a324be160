"use server";

import { eq } from "drizzle-orm";
import { headers } from "next/headers";
import { after } from "next/server";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { type FormState, invalid, tooManyAttempts, typedValues } from "@/lib/forms/form-state";
import { relayOutbox } from "@/lib/outbox/relay";
import { rateLimit, returnAttempt } from "@/lib/redis/rate-limit";
import { changePassword as setPassword } from "./change-password";
import { clientIp } from "./client-ip";
import { issueLinkByEmail } from "./mail-link";
import { renamed } from "./renamed";
import { changePasswordSchema, profileSchema } from "./schema";
import { leaveHint, startSession } from "./session";
import { passwordChangedPath } from "./sign-in-path";
import { requireViewer } from "./viewer";

const ip = async () => clientIp(await headers());

export async function saveProfile(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer("/account");
  const values = typedValues(form, ["name", "timeZone"]);
  const parsed = profileSchema.safeParse(values);
  if (!parsed.success) return invalid(parsed.error, values);
  const { name, timeZone } = parsed.data;
  await db
    .update(users)
    .set({ timeZone, ...(await renamed(db, viewer.id, name)) })
    .where(eq(users.id, viewer.id));
  await leaveHint();
  return { saved: true, values };
}

export async function changePassword(_: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer("/account");
  const parsed = changePasswordSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return invalid(parsed.error, {});
  // The same allowance as signing in: a session left open is no place to guess the password from.
  const limit = await rateLimit("sign-in", { address: viewer.email, ip: await ip() });
  if (!limit.ok) return { message: tooManyAttempts(limit.retryInMinutes) };
  const result = await setPassword(viewer.id, parsed.data);
  if (!result.ok) {
    return { errors: { currentPassword: { type: "server", message: "That is not your present password." } } };
  }
  await returnAttempt("sign-in", viewer.email);
  await startSession(result.user);
  return { saved: true };
}

/** For accounts that have no password yet: a session alone must not be able to add one. */
export async function mailPasswordLink(_: FormState): Promise<FormState> {
  const viewer = await requireViewer("/account");
  const limit = await rateLimit("reset-link", { address: viewer.email, ip: await ip() });
  if (!limit.ok) return { message: tooManyAttempts(limit.retryInMinutes) };
  const { outboxIds } = await issueLinkByEmail({
    email: viewer.email,
    purpose: "reset_password",
    callbackPath: passwordChangedPath,
  });
  after(() => relayOutbox(outboxIds));
  return { sentTo: viewer.email };
}
