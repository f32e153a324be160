import type { Metadata } from "next";
import { AuthCard } from "@/components/account/auth-card";
import { ExpiredLink } from "@/components/account/expired-link";
import { FollowLinkForm } from "@/components/account/follow-link-form";
import { getLinkPreview } from "@/lib/auth/queries";
import { verifyEmailPage } from "@/texts/account";

export const metadata: Metadata = { title: verifyEmailPage.title };

// Opened from an email, never navigated to: sent in one piece, so that it needs no script.
export const instant = false;

export default async function VerifyEmailPage({ searchParams }: PageProps<"/verify-email">) {
  const token = String((await searchParams).token ?? "");
  const link = await getLinkPreview(token, "verify_email");
  return (
    <AuthCard title={verifyEmailPage.title}>
      {link.ok ? (
        <FollowLinkForm token={token} purpose="verify_email" email={link.email} signedUpAs={link.signedUpAs} />
      ) : (
        <ExpiredLink code={link.code} next="/sign-in" />
      )}
    </AuthCard>
  );
}
