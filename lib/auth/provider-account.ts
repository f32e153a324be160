import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { Queryable, Transaction } from "@/db/connect";
import { accounts, users } from "@/db/schema";
import { userSearch } from "@/lib/search/vector";
import type { SessionUser } from "./authenticate";
import { proveAddress } from "./prove-address";

type ProviderKey = { provider: string; providerAccountId: string };

const columns = { id: users.id, sessionsValidFrom: users.sessionsValidFrom, isActive: users.isActive };

async function findLinked(from: Queryable, key: ProviderKey) {
  const [user] = await from
    .select(columns)
    .from(accounts)
    .innerJoin(users, eq(users.id, accounts.userId))
    .where(and(eq(accounts.provider, key.provider), eq(accounts.providerAccountId, key.providerAccountId)));
  return user;
}

/** The active user a provider's account signs in as. */
export async function userOfProviderAccount(key: ProviderKey): Promise<SessionUser | null> {
  const user = await findLinked(db, key);
  return user?.isActive ? { id: user.id, sessionsValidFrom: user.sessionsValidFrom } : null;
}

async function findOrCreateByEmail(tx: Transaction, person: { email: string; name: string }) {
  await tx
    .insert(users)
    .values({ ...person, emailVerifiedAt: new Date(), ...userSearch(person) })
    .onConflictDoNothing({ target: users.email });
  const [user] = await tx.select(columns).from(users).where(eq(users.email, person.email));
  return user;
}

/**
 * Links a provider's account to the user of its address, which the provider must have verified, and creates that user
 * where there is none. An account once linked stays with its user. False when that user is not active.
 */
export async function linkProviderAccount(key: ProviderKey, person: { email: string; name: string }): Promise<boolean> {
  return db.transaction(async (tx) => {
    const linked = await findLinked(tx, key);
    const user = linked ?? (await findOrCreateByEmail(tx, person));
    if (!user?.isActive) return false;
    if (linked) return true;
    await proveAddress(tx, user.id, null);
    await tx
      .insert(accounts)
      .values({ provider: key.provider, providerAccountId: key.providerAccountId, userId: user.id })
      .onConflictDoNothing();
    return true;
  });
}
