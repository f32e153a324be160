"use server";

import { eq } from "drizzle-orm";
import { after } from "next/server";
import { z } from "zod";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import type { Deadline } from "@/lib/deadline";
import { relayOutbox } from "@/lib/outbox/relay";
import { returnAttempt } from "@/lib/redis/rate-limit";
import { defineFormAction } from "@/lib/requests/define-action";
import { failure } from "@/lib/requests/result";
import { accountFailures } from "@/texts/account";
import { authorizeViewer } from "./access";
import { passwordChangedPath } from "./callback-path";
import { changePassword } from "./change-password";
import { issueLinkByEmail } from "./email-link";
import { changePasswordSchema, profileSchema } from "./schema";
import { setSignedInHint, startSession } from "./session";
import { nameUpdateFor } from "./verify-email";

const authorizeAccount = ({ deadline }: { deadline: Deadline }) => authorizeViewer("/account", deadline);

export const saveProfileAction = defineFormAction({
  input: profileSchema,
  access: authorizeAccount,
  run: async ({ viewer, input: { name, timeZone } }) => {
    await db
      .update(users)
      .set({ timeZone, ...(await nameUpdateFor(db, viewer.id, name)) })
      .where(eq(users.id, viewer.id));
    await setSignedInHint();
    return { ok: true };
  },
});

export const changePasswordAction = defineFormAction({
  input: changePasswordSchema,
  access: authorizeAccount,
  // The same limit as signing in, so that an open session can't be used to guess the password.
  limit: ({ viewer }) => ({ action: "sign-in", address: viewer.email }),
  run: async ({ viewer, input }) => {
    const result = await changePassword(viewer.id, input);
    if (!result.ok) {
      const message = accountFailures.wrongPassword;
      return failure("WRONG_PASSWORD", message, { fieldErrors: { currentPassword: message } });
    }
    await returnAttempt("sign-in", viewer.email);
    await startSession(result.user);
    return { ok: true };
  },
});

/** A session alone must not be able to add a password to an account. */
export const emailPasswordLinkAction = defineFormAction({
  input: z.object({}),
  access: authorizeAccount,
  limit: ({ viewer }) => ({ action: "reset-link", address: viewer.email }),
  run: async ({ viewer }) => {
    const link = { email: viewer.email, purpose: "reset_password", callbackPath: passwordChangedPath } as const;
    const { outboxIds } = await issueLinkByEmail(link);
    after(() => relayOutbox(outboxIds));
    return { ok: true, sentTo: viewer.email };
  },
});
