import type { Metadata } from "next";
import { z } from "zod";
import { AuthCard } from "@/components/account/auth-card";
import { AuthLink } from "@/components/account/auth-link";
import { ForgotPasswordForm } from "@/components/account/forgot-password-form";
import { getReturnPath } from "@/lib/auth/access";
import { readNoScriptResult } from "@/lib/requests/no-script-result";
import { forgotPasswordPage } from "@/texts/account";

export const metadata: Metadata = { title: forgotPasswordPage.title };

// Sent in one piece: a form posted before its script runs has to carry the callback URL and show its result.
export const instant = false;

export default async function ForgotPasswordPage({ searchParams }: PageProps<"/forgot-password">) {
  const callbackUrl = await getReturnPath(searchParams);
  const aside = (
    <AuthLink to="/sign-in" callbackUrl={callbackUrl}>
      {forgotPasswordPage.backToSignIn}
    </AuthLink>
  );
  return (
    <AuthCard title={forgotPasswordPage.title} aside={aside}>
      <ForgotPasswordForm
        callbackUrl={callbackUrl}
        left={await readNoScriptResult("/forgot-password", { sentTo: z.string() })}
      />
    </AuthCard>
  );
}
