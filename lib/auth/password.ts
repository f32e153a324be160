import { hash, verify } from "@node-rs/argon2";

/** argon2id (the package's default variant): 19 MiB, two passes, one lane. */
const passwordCost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), passwordCost);
}

let decoyHash: Promise<string> | undefined;

/** Takes as long for an account without a password, or for no account, as for a wrong password. */
export async function passwordMatches(hashed: string | null | undefined, password: string): Promise<boolean> {
  decoyHash ??= hashPassword(crypto.randomUUID());
  const matches = await verify(hashed ?? (await decoyHash), password.normalize("NFKC"));
  return matches && Boolean(hashed);
}
