import type { Metadata } from "next";
import { Suspense } from "react";
import { AuthCard } from "@/components/account/auth-card";
import { DeadLink } from "@/components/account/dead-link";
import { FollowLinkForm } from "@/components/account/follow-link-form";
import { LinkSkeleton } from "@/components/account/link-skeleton";
import { linkPreview } from "@/lib/auth/queries";

export const metadata: Metadata = { title: "Sign in" };

type Props = PageProps<"/sign-in/link">;

export default function SignInLinkPage({ searchParams }: Props) {
  return (
    <AuthCard title="Sign in">
      <Suspense fallback={<LinkSkeleton />}>
        <SignInLink searchParams={searchParams} />
      </Suspense>
    </AuthCard>
  );
}

async function SignInLink({ searchParams }: Pick<Props, "searchParams">) {
  const token = String((await searchParams).token ?? "");
  const link = await linkPreview(token, "sign_in");
  if (!link.ok) return <DeadLink code={link.code} next="/sign-in" />;
  return <FollowLinkForm token={token} purpose="sign_in" email={link.email} />;
}
