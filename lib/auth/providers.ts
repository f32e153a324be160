import CredentialsProvider from "next-auth/providers/credentials";
import GitHubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import { env } from "@/lib/env";
import { getClientIp } from "@/lib/redis/rate-limit";
import { authenticate } from "./authenticate";
import { signInByLink } from "./redeem-link";
import { credentialsSchema } from "./schema";

const password = CredentialsProvider({
  id: "password",
  credentials: { email: {}, password: {} },
  async authorize(credentials, request) {
    const parsed = credentialsSchema.safeParse(credentials);
    if (!parsed.success) return null;
    const result = await authenticate({ ...parsed.data, ip: getClientIp(new Headers(request.headers)) });
    return result.ok ? { id: String(result.user.id) } : null;
  },
});

const link = CredentialsProvider({
  id: "link",
  credentials: { token: {} },
  async authorize(credentials) {
    const result = await signInByLink(credentials?.token ?? "", "sign_in");
    return result.ok ? { id: String(result.user.id) } : null;
  },
});

/** Configured providers, for the buttons of the sign-in page. */
export const oauthProviders = [
  ...(env.GOOGLE_CLIENT_ID ? [{ id: "google", name: "Google" }] : []),
  ...(env.GITHUB_CLIENT_ID ? [{ id: "github", name: "GitHub" }] : []),
];

const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET } = env;

export const providers = [
  password,
  link,
  ...(GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET
    ? [GoogleProvider({ clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET })]
    : []),
  ...(GITHUB_CLIENT_ID && GITHUB_CLIENT_SECRET
    ? [GitHubProvider({ clientId: GITHUB_CLIENT_ID, clientSecret: GITHUB_CLIENT_SECRET })]
    : []),
];
