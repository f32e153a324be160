import { setTimeout } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { userSearchColumns } from "@/lib/search/vector";
import { nameFromEmail } from "./provider-email";
import { issueToken } from "./tokens";

/**
 * Issues a link for the account of an address, and returns the outbox ids to relay. A sign-in link creates a missing
 * account, unverified until the link is used. A reset link is only sent to existing accounts.
 */
export async function issueLinkByEmail(link: {
  email: string;
  purpose: "sign_in" | "reset_password";
  callbackPath: string;
}): Promise<{ outboxIds: string[] }> {
  const { email, purpose, callbackPath } = link;
  return db.transaction(async (tx) => {
    if (purpose === "sign_in") {
      const person = { name: nameFromEmail(email), email };
      await tx
        .insert(users)
        .values({ ...person, ...userSearchColumns(person) })
        .onConflictDoNothing({ target: users.email });
    }
    const [user] = await tx
      .select({ id: users.id, isActive: users.isActive })
      .from(users)
      .where(eq(users.email, email));
    if (!user?.isActive) return { outboxIds: [] };
    const { outboxId } = await issueToken(tx, { userId: user.id, purpose, callbackPath });
    return { outboxIds: [outboxId] };
  });
}

const MIN_DURATION_MS = 400;

/** Longer than the work takes in any case, so that the response time doesn't tell whether an account exists. */
export async function withMinimumDuration<T>(work: Promise<T>): Promise<T> {
  const [result] = await Promise.all([work, setTimeout(MIN_DURATION_MS)]);
  return result;
}
