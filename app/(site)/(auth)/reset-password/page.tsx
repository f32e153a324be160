import type { Metadata } from "next";
import { AuthCard } from "@/components/account/auth-card";
import { DeadLink } from "@/components/account/dead-link";
import { ResetPasswordForm } from "@/components/account/reset-password-form";
import { linkPreview } from "@/lib/auth/queries";
import { noScriptFailure } from "@/lib/requests/no-script-result";

export const metadata: Metadata = { title: "New password" };

// Opened from a mail, never navigated to: whole at once, and without a script to put it together.
export const instant = false;

export default async function ResetPasswordPage({ searchParams }: PageProps<"/reset-password">) {
  const token = String((await searchParams).token ?? "");
  const link = await linkPreview(token, "reset_password");
  return (
    <AuthCard title="New password">
      {link.ok ? (
        <ResetPasswordForm token={token} email={link.email} left={await noScriptFailure("/reset-password")} />
      ) : (
        <DeadLink code={link.code} next="/forgot-password" />
      )}
    </AuthCard>
  );
}
