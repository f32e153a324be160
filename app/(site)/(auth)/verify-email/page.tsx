import type { Metadata } from "next";
import { AuthCard } from "@/components/account/auth-card";
import { DeadLink } from "@/components/account/dead-link";
import { FollowLinkForm } from "@/components/account/follow-link-form";
import { linkPreview } from "@/lib/auth/queries";

export const metadata: Metadata = { title: "Confirm your address" };

// Opened from a mail, never navigated to: whole at once, and without a script to put it together.
export const instant = false;

export default async function VerifyEmailPage({ searchParams }: PageProps<"/verify-email">) {
  const token = String((await searchParams).token ?? "");
  const link = await linkPreview(token, "verify_email");
  return (
    <AuthCard title="Confirm your address">
      {link.ok ? (
        <FollowLinkForm token={token} purpose="verify_email" email={link.email} signedUpAs={link.signedUpAs} />
      ) : (
        <DeadLink code={link.code} next="/sign-in" />
      )}
    </AuthCard>
  );
}
