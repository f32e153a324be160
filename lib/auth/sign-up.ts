import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { userSearchColumns } from "@/lib/search/vector";
import { hashPassword } from "./password";
import { issueToken } from "./tokens";

type SignUp = { name: string; email: string; password: string; timeZone: string | null; callbackPath?: string };

/**
 * Creates a missing account, and emails the link that confirms this sign-up; a sign-in link if the address is verified
 * already. Does the same work either way, so that the visitor can't tell. Returns the outbox ids to relay.
 */
export async function signUp(form: SignUp): Promise<{ outboxIds: string[] }> {
  const { name, email, timeZone, callbackPath } = form;
  const hashedPassword = await hashPassword(form.password);
  return db.transaction(async (tx) => {
    await tx
      .insert(users)
      .values({ name, email, ...userSearchColumns({ name, email }) })
      .onConflictDoNothing({ target: users.email });
    // Locked until the link is written: verifying the address ends the links of all other sign-ups.
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
