import type { Metadata } from "next";
import { Suspense } from "react";
import { AuthCard } from "@/components/account/auth-card";
import { AuthFormSkeleton } from "@/components/account/auth-form-skeleton";
import { DeadLink } from "@/components/account/dead-link";
import { ResetPasswordForm } from "@/components/account/reset-password-form";
import { linkPreview } from "@/lib/auth/queries";

export const metadata: Metadata = { title: "New password" };

type Props = PageProps<"/reset-password">;

export default function ResetPasswordPage({ searchParams }: Props) {
  return (
    <AuthCard title="New password">
      <Suspense fallback={<AuthFormSkeleton fields={["password"]} />}>
        <ResetPassword searchParams={searchParams} />
      </Suspense>
    </AuthCard>
  );
}

async function ResetPassword({ searchParams }: Pick<Props, "searchParams">) {
  const token = String((await searchParams).token ?? "");
  const link = await linkPreview(token, "reset_password");
  if (!link.ok) return <DeadLink code={link.code} next="/forgot-password" />;
  return <ResetPasswordForm token={token} email={link.email} />;
}
