import { z } from "zod";

const email = z.string().toLowerCase().pipe(z.email());

const googleProfile = z.object({ email, email_verified: z.literal(true), name: z.string().optional() });
const githubProfile = z.object({ name: z.string().nullish(), login: z.string() });
const githubEmails = z.array(z.object({ email, primary: z.boolean(), verified: z.boolean() }));

type VerifiedPerson = { email: string; name: string };

/** The address that a provider has verified, or null. An unverified address must not open an account. */
export async function fetchVerifiedPerson(
  account: { provider: string; access_token?: string },
  profile: unknown,
): Promise<VerifiedPerson | null> {
  if (account.provider === "google") return fromGoogle(profile);
  if (account.provider === "github") return fromGithub(profile, account.access_token);
  return null;
}

function fromGoogle(profile: unknown): VerifiedPerson | null {
  const parsed = googleProfile.safeParse(profile);
  if (!parsed.success) return null;
  return { email: parsed.data.email, name: parsed.data.name?.trim() || nameFromAddress(parsed.data.email) };
}

async function fromGithub(profile: unknown, accessToken: string | undefined): Promise<VerifiedPerson | null> {
  const person = githubProfile.safeParse(profile);
  // The profile has the public address. Which address is primary and verified takes a second request.
  const response = await fetch("https://api.github.com/user/emails", {
    headers: { Authorization: `Bearer ${accessToken}`, Accept: "application/vnd.github+json" },
    signal: AbortSignal.timeout(5_000),
  });
  if (!person.success || !response.ok) return null;
  const emails = githubEmails.safeParse(await response.json());
  const primary = emails.data?.find((candidate) => candidate.primary && candidate.verified);
  return primary ? { email: primary.email, name: person.data.name?.trim() || person.data.login } : null;
}

function nameFromAddress(address: string) {
  return address.slice(0, address.indexOf("@"));
}

/** A name to start with: "Ada Lovelace" for ada.lovelace+tickets@example.com. */
export function nameFromEmail(email: string): string {
  const [local = ""] = email.split(/[@+]/, 1);
  const parts = local.split(/[._-]+/).filter(Boolean);
  return parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(" ") || email.slice(0, 100);
}
