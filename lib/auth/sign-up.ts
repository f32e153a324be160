import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { userSearchColumns } from "@/lib/search/vector";
import { hashPassword } from "./password";
import { issueToken } from "./tokens";

type SignUp = { name: string; email: string; password: string; timeZone: string | null; callbackPath?: string };

/**
 * Creates the account where the address has none, and mails the link that makes this sign-up its own; a sign-in link
 * where the address is proved already. Does the same work either way and returns the ids to relay; nothing in it may
 * reach the visitor.
 */
export async function signUp(form: SignUp): Promise<{ outboxIds: string[] }> {
  const { name, email, timeZone, callbackPath } = form;
  const hashedPassword = await hashPassword(form.password);
  return db.transaction(async (tx) => {
    await tx
      .insert(users)
      .values({ name, email, ...userSearchColumns({ name, email }) })
      .onConflictDoNothing({ target: users.email });
    // Locked until the link is written: whoever proves the address ends the links of all other sign-ups.
    const [user] = await tx
      .select({ id: users.id, isActive: users.isActive, emailVerifiedAt: users.emailVerifiedAt })
      .from(users)
      .where(eq(users.email, email))
      .for("no key update");
    if (!user?.isActive) return { outboxIds: [] };
    const link = { userId: user.id, callbackPath };
    const { outboxId } = user.emailVerifiedAt
      ? await issueToken(tx, { ...link, purpose: "sign_in" })
      : await issueToken(tx, { ...link, purpose: "verify_email", signUp: { name, hashedPassword, timeZone } });
    return { outboxIds: [outboxId] };
  });
}
