import type { Metadata } from "next";
import { AuthCard } from "@/components/account/auth-card";
import { ExpiredLink } from "@/components/account/expired-link";
import { FollowLinkForm } from "@/components/account/follow-link-form";
import { getLinkPreview } from "@/lib/auth/queries";
import { verifyEmailPage } from "@/texts/account";

export const metadata: Metadata = { title: "Confirm your address" };

// Opened from a mail, never navigated to: whole at once, and without a script to put it together.
export const instant = false;

export default async function VerifyEmailPage({ searchParams }: PageProps<"/verify-email">) {
  const token = String((await searchParams).token ?? "");
  const link = await getLinkPreview(token, "verify_email");
  return (
    <AuthCard title={verifyEmailPage.confirmYourAddress}>
      {link.ok ? (
        <FollowLinkForm token={token} purpose="verify_email" email={link.email} signedUpAs={link.signedUpAs} />
      ) : (
        <ExpiredLink code={link.code} next="/sign-in" />
      )}
    </AuthCard>
  );
}
