"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { relayOutbox } from "@/lib/outbox/relay";
import { clientIp } from "@/lib/redis/rate-limit";
import { anyone, defineFormAction, defineRedirectAction } from "@/lib/requests/define-action";
import { failure, tooManyAttempts } from "@/lib/requests/result";
import { authenticate } from "./authenticate";
import { callbackPath } from "./callback-path";
import { inEvenTime } from "./even-time";
import { issueLinkByEmail } from "./mail-link";
import { followLinkSchema, forgotPasswordFields, resetPasswordFields, signInFields, signUpFields } from "./schema";
import { startSession } from "./session";
import { passwordChangedPath } from "./sign-in-path";
import { signUp } from "./sign-up";
import { type LinkResult, resetPassword, signInByLink } from "./use-link";

/** The page a form came from, with the way back it carries. */
const pageOf = (page: string) => (fields: Record<string, string>) =>
  `${page}?callbackUrl=${encodeURIComponent(callbackPath(fields.callbackUrl))}`;

export const signInAction = defineFormAction({
  page: pageOf("/sign-in"),
  read: (form) => ({ intent: "password", ...Object.fromEntries(form) }),
  input: signInFields,
  access: anyone,
  limit: ({ input }) => (input.intent === "link" ? { action: "sign-in-link", address: input.email } : null),
  run: async ({ input }) => {
    const path = callbackPath(input.callbackUrl);
    if (input.intent === "link") return mailLink("sign_in", input.email, path);
    const { email, password } = input;
    const result = await authenticate({ email, password, ip: clientIp(await headers()) });
    if (!result.ok) {
      return result.code === "TOO_MANY_ATTEMPTS"
        ? tooManyAttempts(result.retryInMinutes)
        : failure(
            result.code,
            "Email or password is not right. If you have just signed up, open the link in our mail first.",
          );
    }
    await startSession(result.user);
    return redirect(path as Route, "replace");
  },
});

export const signUpAction = defineFormAction({
  page: pageOf("/sign-up"),
  input: signUpFields,
  access: anyone,
  limit: ({ input }) => ({ action: "sign-up", address: input.email }),
  run: async ({ input: { callbackUrl, ...account } }) => {
    const { outboxIds } = await inEvenTime(signUp({ ...account, callbackPath: callbackPath(callbackUrl) }));
    after(() => relayOutbox(outboxIds));
    return { ok: true, sentTo: account.email };
  },
});

export const forgotPasswordAction = defineFormAction({
  page: pageOf("/forgot-password"),
  input: forgotPasswordFields,
  access: anyone,
  limit: ({ input }) => ({ action: "reset-link", address: input.email }),
  run: ({ input }) => {
    const path = callbackPath(input.callbackUrl);
    return mailLink("reset_password", input.email, path === "/" ? passwordChangedPath : path);
  },
});

async function mailLink(purpose: "sign_in" | "reset_password", email: string, path: string) {
  const { outboxIds } = await inEvenTime(issueLinkByEmail({ email, purpose, callbackPath: path }));
  after(() => relayOutbox(outboxIds));
  return { ok: true as const, sentTo: email };
}

/** The button behind a mailed link that signs in. What is wrong with a link, its page says when it is rendered anew. */
export const followLinkAction = defineRedirectAction({
  input: followLinkSchema,
  access: anyone,
  run: async ({ input: { token, purpose, name } }) => {
    await finish(await signInByLink(token, purpose, name));
    refresh();
  },
  refused: refresh,
});

export const resetPasswordAction = defineFormAction({
  page: ({ token = "" }) => `/reset-password?token=${encodeURIComponent(token)}`,
  input: resetPasswordFields,
  access: anyone,
  run: async ({ input: { token, password } }) => {
    const result = await resetPassword(token, password);
    await finish(result);
    return failure("LINK_USED", "This link no longer works. Ask for a new one.");
  },
});

async function finish(result: LinkResult) {
  if (!result.ok) return;
  await startSession(result.user);
  redirect(result.callbackPath as Route, "replace");
}
