"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { relayOutbox } from "@/lib/outbox/relay";
import { getClientIp } from "@/lib/redis/rate-limit";
import { allowAnyone, defineFormAction, defineRedirectAction } from "@/lib/requests/define-action";
import { failure, rateLimitFailure } from "@/lib/requests/result";
import { accountFailures } from "@/texts/account";
import { authenticate } from "./authenticate";
import { passwordChangedPath, safeCallbackPath } from "./callback-path";
import { issueLinkByEmail, withMinimumDuration } from "./email-link";
import { type LinkResult, resetPassword, signInByLink } from "./redeem-link";
import { followLinkSchema, forgotPasswordFields, resetPasswordFields, signInFields, signUpFields } from "./schema";
import { startSession } from "./session";
import { signUp } from "./sign-up";

/** The page a form came from, with its callback URL. */
const pageWithCallback = (page: string) => (fields: Record<string, string>) =>
  `${page}?callbackUrl=${encodeURIComponent(safeCallbackPath(fields.callbackUrl))}`;

export const signInAction = defineFormAction({
  page: pageWithCallback("/sign-in"),
  read: (form) => ({ intent: "password", ...Object.fromEntries(form) }),
  input: signInFields,
  access: allowAnyone,
  limit: ({ input }) => (input.intent === "link" ? { action: "sign-in-link", address: input.email } : null),
  run: async ({ input }) => {
    const path = safeCallbackPath(input.callbackUrl);
    if (input.intent === "link") return emailLink("sign_in", input.email, path);
    const { email, password } = input;
    const result = await authenticate({ email, password, ip: getClientIp(await headers()) });
    if (!result.ok) {
      return result.code === "TOO_MANY_ATTEMPTS"
        ? rateLimitFailure(result.retryInMinutes)
        : failure(result.code, accountFailures.wrongCredentials);
    }
    await startSession(result.user);
    return redirect(path as Route, "replace");
  },
});

export const signUpAction = defineFormAction({
  page: pageWithCallback("/sign-up"),
  input: signUpFields,
  access: allowAnyone,
  limit: ({ input }) => ({ action: "sign-up", address: input.email }),
  run: async ({ input: { callbackUrl, ...account } }) => {
    const { outboxIds } = await withMinimumDuration(
      signUp({ ...account, callbackPath: safeCallbackPath(callbackUrl) }),
    );
    after(() => relayOutbox(outboxIds));
    return { ok: true, sentTo: account.email };
  },
});

export const forgotPasswordAction = defineFormAction({
  page: pageWithCallback("/forgot-password"),
  input: forgotPasswordFields,
  access: allowAnyone,
  limit: ({ input }) => ({ action: "reset-link", address: input.email }),
  run: ({ input }) => {
    const path = safeCallbackPath(input.callbackUrl);
    return emailLink("reset_password", input.email, path === "/" ? passwordChangedPath : path);
  },
});

async function emailLink(purpose: "sign_in" | "reset_password", email: string, path: string) {
  const { outboxIds } = await withMinimumDuration(issueLinkByEmail({ email, purpose, callbackPath: path }));
  after(() => relayOutbox(outboxIds));
  return { ok: true as const, sentTo: email };
}

/** The button behind an emailed link that signs in. A refused link is explained by its page when that is refreshed. */
export const followLinkAction = defineRedirectAction({
  input: followLinkSchema,
  access: allowAnyone,
  run: async ({ input: { token, purpose, name } }) => {
    await startSessionAndRedirect(await signInByLink(token, purpose, name));
    refresh();
  },
  refused: refresh,
});

export const resetPasswordAction = defineFormAction({
  page: ({ token = "" }) => `/reset-password?token=${encodeURIComponent(token)}`,
  input: resetPasswordFields,
  access: allowAnyone,
  run: async ({ input: { token, password } }) => {
    const result = await resetPassword(token, password);
    await startSessionAndRedirect(result);
    return failure("LINK_USED", accountFailures.linkUsed);
  },
});

async function startSessionAndRedirect(result: LinkResult) {
  if (!result.ok) return;
  await startSession(result.user);
  redirect(result.callbackPath as Route, "replace");
}
