import type { NextAuthOptions } from "next-auth";
import { env } from "@/lib/env";
import { callbackPath } from "./callback-path";
import { linkProviderAccount, userOfProviderAccount } from "./provider-account";
import { verifiedPerson } from "./provider-email";
import { providers } from "./providers";
import { dropHint, leaveHint, sessionClaims, sessionCookie, sessionMaxAgeSeconds } from "./session";
import { sessionUserById } from "./session-viewer";

export const authOptions: NextAuthOptions = {
  providers,
  secret: env.NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: sessionMaxAgeSeconds },
  cookies: { sessionToken: sessionCookie },
  pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/account" },
  callbacks: {
    async signIn({ account, profile }) {
      if (account?.type !== "oauth") return true;
      const person = await verifiedPerson(account, profile);
      return person ? linkProviderAccount(account, person) : false;
    },
    async jwt({ token, user, account }) {
      if (!account) return token;
      const found =
        account.type === "oauth" ? await userOfProviderAccount(account) : await sessionUserById(Number(user.id));
      if (!found) throw new Error("The user who just signed in is gone.");
      return sessionClaims(found);
    },
    // Who is looking is read from the database (lib/auth/viewer.ts), never from the token.
    session: ({ session }) => ({ expires: session.expires }),
    redirect: ({ url, baseUrl }) => baseUrl + callbackPath(url, baseUrl),
  },
  events: {
    signIn: leaveHint,
    signOut: dropHint,
  },
};
