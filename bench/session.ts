import { encode } from "next-auth/jwt";

/** A Cookie header that is signed in as this user. The claims are those of lib/auth/session. */
export async function mintSession(userId: number, secret: string): Promise<string> {
  const token = await encode({ token: { sub: String(userId), signedInAt: Date.now() }, secret });
  return `next-auth.session-token=${token}`;
}

/** The same for many, in the order of their ids. */
export async function mintSessions({ first, count }: { first: number; count: number }, secret: string) {
  const cookies: string[] = [];
  for (let at = 0; at < count; at += 1) cookies.push(await mintSession(first + at, secret));
  return cookies;
}
