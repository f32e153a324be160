import { encode } from "next-auth/jwt";

/** A Cookie header that is signed in as this user. The claims are those of lib/auth/session. */
export async function mintSession(userId: number, secret: string): Promise<string> {
  const token = await encode({ token: { sub: String(userId), signedInAt: Date.now() }, secret });
  return `next-auth.session-token=${token}`;
}
