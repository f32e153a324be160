import type { Metadata } from "next";
import { AuthCard } from "@/components/account/auth-card";
import { ExpiredLink } from "@/components/account/expired-link";
import { FollowLinkForm } from "@/components/account/follow-link-form";
import { getLinkPreview } from "@/lib/auth/queries";
import { signInLinkPage } from "@/texts/account";

export const metadata: Metadata = { title: signInLinkPage.title };

// Opened from an email, never navigated to: sent in one piece, so that it needs no script.
export const instant = false;

export default async function SignInLinkPage({ searchParams }: PageProps<"/sign-in/link">) {
  const token = String((await searchParams).token ?? "");
  const link = await getLinkPreview(token, "sign_in");
  return (
    <AuthCard title={link.ok && link.newName !== undefined ? signInLinkPage.titleForNewAccount : signInLinkPage.title}>
      {link.ok ? (
        <FollowLinkForm token={token} purpose="sign_in" email={link.email} newName={link.newName} />
      ) : (
        <ExpiredLink code={link.code} next="/sign-in" />
      )}
    </AuthCard>
  );
}
