import type { Metadata } from "next";
import { AuthCard } from "@/components/account/auth-card";
import { ExpiredLink } from "@/components/account/expired-link";
import { FollowLinkForm } from "@/components/account/follow-link-form";
import { getLinkPreview } from "@/lib/auth/queries";
import { linkPage } from "@/texts/account";

export const metadata: Metadata = { title: "Sign in" };

// Opened from a mail, never navigated to: whole at once, and without a script to put it together.
export const instant = false;

export default async function SignInLinkPage({ searchParams }: PageProps<"/sign-in/link">) {
  const token = String((await searchParams).token ?? "");
  const link = await getLinkPreview(token, "sign_in");
  return (
    <AuthCard title={link.ok && link.newName !== undefined ? linkPage.createYourAccount : linkPage.signIn}>
      {link.ok ? (
        <FollowLinkForm token={token} purpose="sign_in" email={link.email} newName={link.newName} />
      ) : (
        <ExpiredLink code={link.code} next="/sign-in" />
      )}
    </AuthCard>
  );
}
