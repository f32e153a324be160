import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { Queryable, Transaction } from "@/db/connect";
import { accounts, users } from "@/db/schema";
import { userSearchColumns } from "@/lib/search/vector";
import type { SessionUser } from "./authenticate";
import { verifyEmail } from "./verify-email";

type ProviderKey = { provider: string; providerAccountId: string };

const columns = { id: users.id, sessionsValidFrom: users.sessionsValidFrom, isActive: users.isActive };

async function findLinkedUser(from: Queryable, key: ProviderKey) {
  const [user] = await from
    .select(columns)
    .from(accounts)
    .innerJoin(users, eq(users.id, accounts.userId))
    .where(and(eq(accounts.provider, key.provider), eq(accounts.providerAccountId, key.providerAccountId)));
  return user;
}

/** The active user linked to a provider's account. */
export async function findUserByProviderAccount(key: ProviderKey): Promise<SessionUser | null> {
  const user = await findLinkedUser(db, key);
  return user?.isActive ? { id: user.id, sessionsValidFrom: user.sessionsValidFrom } : null;
}

async function findOrCreateByEmail(tx: Transaction, person: { email: string; name: string }) {
  await tx
    .insert(users)
    .values({ ...person, emailVerifiedAt: new Date(), ...userSearchColumns(person) })
    .onConflictDoNothing({ target: users.email });
  const [user] = await tx.select(columns).from(users).where(eq(users.email, person.email));
  return user;
}

/**
 * Links a provider's account to the user with its address, and creates a missing user. The provider must have verified
 * the address. A linked account stays with its user. False if that user is not active.
 */
export async function linkProviderAccount(key: ProviderKey, person: { email: string; name: string }): Promise<boolean> {
  return db.transaction(async (tx) => {
    const linked = await findLinkedUser(tx, key);
    const user = linked ?? (await findOrCreateByEmail(tx, person));
    if (!user?.isActive) return false;
    if (linked) return true;
    await verifyEmail(tx, user.id, null);
    await tx
      .insert(accounts)
      .values({ provider: key.provider, providerAccountId: key.providerAccountId, userId: user.id })
      .onConflictDoNothing();
    return true;
  });
}
