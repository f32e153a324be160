"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { type FormState, invalid, tooManyAttempts, typedValues } from "@/lib/forms/form-state";
import { answered } from "@/lib/forms/scriptless-answer";
import { relayOutbox } from "@/lib/outbox/relay";
import { type RateLimited, rateLimit } from "@/lib/redis/rate-limit";
import { authenticate } from "./authenticate";
import { callbackPath } from "./callback-path";
import { clientIp } from "./client-ip";
import { inEvenTime } from "./even-time";
import { issueLinkByEmail } from "./mail-link";
import { emailSchema, followLinkSchema, resetPasswordSchema, signInSchema, signUpSchema } from "./schema";
import { startSession } from "./session";
import { passwordChangedPath } from "./sign-in-path";
import { signUp as createAccount } from "./sign-up";
import { type LinkResult, resetPassword as setPasswordByLink, signInByLink } from "./use-link";

const ip = async () => clientIp(await headers());

/** The page a form came from, with the way back it carries. */
const pageOf = (page: string, form: FormData) =>
  `${page}?callbackUrl=${encodeURIComponent(callbackPath(form.get("callbackUrl")))}`;

export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  return answered(pageOf("/sign-in", form), () => trySignIn(form));
}

async function trySignIn(form: FormData): Promise<FormState> {
  const values = typedValues(form, ["email"]);
  const parsed = signInSchema.safeParse({ intent: "password", ...Object.fromEntries(form) });
  if (!parsed.success) return invalid(parsed.error, values);
  const path = callbackPath(form.get("callbackUrl"));
  if (parsed.data.intent === "link") return mailLink("sign-in-link", parsed.data.email, path);
  const result = await authenticate({ ...parsed.data, ip: await ip() });
  if (!result.ok) {
    return result.code === "TOO_MANY_ATTEMPTS"
      ? { message: tooManyAttempts(result.retryInMinutes), values }
      : {
          message: "Email or password is not right. If you have just signed up, open the link in our mail first.",
          values,
        };
  }
  await startSession(result.user);
  redirect(path as Route, "replace");
}

export async function signUp(_: FormState, form: FormData): Promise<FormState> {
  return answered(pageOf("/sign-up", form), () => trySignUp(form));
}

async function trySignUp(form: FormData): Promise<FormState> {
  const values = typedValues(form, ["name", "email"]);
  const parsed = signUpSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return invalid(parsed.error, values);
  const limit = await rateLimit("sign-up", { address: parsed.data.email, ip: await ip() });
  if (!limit.ok) return { message: tooManyAttempts(limit.retryInMinutes), values };
  const account = { ...parsed.data, callbackPath: callbackPath(form.get("callbackUrl")) };
  const { outboxIds } = await inEvenTime(createAccount(account));
  after(() => relayOutbox(outboxIds));
  return { sentTo: parsed.data.email };
}

export async function forgotPassword(_: FormState, form: FormData): Promise<FormState> {
  return answered(pageOf("/forgot-password", form), () => tryForgotPassword(form));
}

async function tryForgotPassword(form: FormData): Promise<FormState> {
  const parsed = emailSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return invalid(parsed.error, typedValues(form, ["email"]));
  const path = callbackPath(form.get("callbackUrl"));
  return mailLink("reset-link", parsed.data.email, path === "/" ? passwordChangedPath : path);
}

async function mailLink(
  kind: Extract<RateLimited, "sign-in-link" | "reset-link">,
  email: string,
  path: string,
): Promise<FormState> {
  const limit = await rateLimit(kind, { address: email, ip: await ip() });
  if (!limit.ok) return { message: tooManyAttempts(limit.retryInMinutes), values: { email } };
  const purpose = kind === "sign-in-link" ? "sign_in" : "reset_password";
  const { outboxIds } = await inEvenTime(issueLinkByEmail({ email, purpose, callbackPath: path }));
  after(() => relayOutbox(outboxIds));
  return { sentTo: email };
}

/** The button behind a mailed link that signs in. What is wrong with a link, its page says when it is rendered anew. */
export async function followLink(form: FormData): Promise<void> {
  const { token, purpose, name } = followLinkSchema.parse(Object.fromEntries(form));
  await finish(await signInByLink(token, purpose, name));
  refresh();
}

export async function resetPassword(_: FormState, form: FormData): Promise<FormState> {
  const token = String(form.get("token") ?? "");
  return answered(`/reset-password?token=${encodeURIComponent(token)}`, () => tryResetPassword(token, form));
}

async function tryResetPassword(token: string, form: FormData): Promise<FormState> {
  const parsed = resetPasswordSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return invalid(parsed.error, {});
  await finish(await setPasswordByLink(token, parsed.data.password));
  return { message: "This link no longer works. Ask for a new one." };
}

async function finish(result: LinkResult) {
  if (!result.ok) return;
  await startSession(result.user);
  redirect(result.callbackPath as Route, "replace");
}
