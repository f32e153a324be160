import type { Metadata } from "next";
import { AuthCard } from "@/components/account/auth-card";
import { ExpiredLink } from "@/components/account/expired-link";
import { ResetPasswordForm } from "@/components/account/reset-password-form";
import { getLinkPreview } from "@/lib/auth/queries";
import { readNoScriptFailure } from "@/lib/requests/no-script-result";
import { resetPasswordPage } from "@/texts/account";

export const metadata: Metadata = { title: resetPasswordPage.title };

// Opened from an email, never navigated to: sent in one piece, so that it needs no script.
export const instant = false;

export default async function ResetPasswordPage({ searchParams }: PageProps<"/reset-password">) {
  const token = String((await searchParams).token ?? "");
  const link = await getLinkPreview(token, "reset_password");
  return (
    <AuthCard title={resetPasswordPage.title}>
      {link.ok ? (
        <ResetPasswordForm token={token} email={link.email} left={await readNoScriptFailure("/reset-password")} />
      ) : (
        <ExpiredLink code={link.code} next="/forgot-password" />
      )}
    </AuthCard>
  );
}
