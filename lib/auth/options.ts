import type { NextAuthOptions } from "next-auth";
import { env } from "@/lib/env";
import { safeCallbackPath } from "./callback-path";
import { findUserByProviderAccount, linkProviderAccount } from "./provider-account";
import { fetchVerifiedPerson } from "./provider-email";
import { providers } from "./providers";
import { clearSignedInHint, sessionClaims, sessionCookie, sessionMaxAgeSeconds, setSignedInHint } from "./session";
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
      const person = await fetchVerifiedPerson(account, profile);
      return person ? linkProviderAccount(account, person) : false;
    },
    async jwt({ token, user, account }) {
      if (!account) return token;
      const found =
        account.type === "oauth" ? await findUserByProviderAccount(account) : await sessionUserById(Number(user.id));
      if (!found) throw new Error("The user who just signed in is gone.");
      return sessionClaims(found);
    },
    // The viewer is read from the database (lib/auth/viewer.ts), never from the token.
    session: ({ session }) => ({ expires: session.expires }),
    redirect: ({ url, baseUrl }) => baseUrl + safeCallbackPath(url, baseUrl),
  },
  events: {
    signIn: setSignedInHint,
    signOut: clearSignedInHint,
  },
};
