import type { Metadata } from "next";
import { Suspense } from "react";
import { AuthCard } from "@/components/account/auth-card";
import { DeadLink } from "@/components/account/dead-link";
import { FollowLinkForm } from "@/components/account/follow-link-form";
import { LinkSkeleton } from "@/components/account/link-skeleton";
import { linkPreview } from "@/lib/auth/queries";

export const metadata: Metadata = { title: "Confirm your address" };

type Props = PageProps<"/verify-email">;

export default function VerifyEmailPage({ searchParams }: Props) {
  return (
    <AuthCard title="Confirm your address">
      <Suspense fallback={<LinkSkeleton />}>
        <VerifyEmail searchParams={searchParams} />
      </Suspense>
    </AuthCard>
  );
}

async function VerifyEmail({ searchParams }: Pick<Props, "searchParams">) {
  const token = String((await searchParams).token ?? "");
  const link = await linkPreview(token, "verify_email");
  if (!link.ok) return <DeadLink code={link.code} next="/sign-in" />;
  return <FollowLinkForm token={token} purpose="verify_email" email={link.email} />;
}
