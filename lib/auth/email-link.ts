import { setTimeout } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { userSearchColumns } from "@/lib/search/vector";
import { nameFromEmail } from "./provider-email";
import { issueToken } from "./tokens";

/**
 * Issues a link for the account of an address, and returns the ids to relay. A link to sign in creates the account
 * where there is none, which is nobody's until the link is used; one to reset a password is mailed to accounts only.
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

/** Answers no sooner than any of the ways the work can go takes, so that the time does not tell which way it went. */
export async function withMinimumDuration<T>(work: Promise<T>): Promise<T> {
  const [result] = await Promise.all([work, setTimeout(MIN_DURATION_MS)]);
  return result;
}
