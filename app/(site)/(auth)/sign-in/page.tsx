import type { Metadata } from "next";
import { z } from "zod";
import { AuthCard } from "@/components/account/auth-card";
import { AuthLink } from "@/components/account/auth-link";
import { ProviderButtons } from "@/components/account/provider-buttons";
import { SignInForm } from "@/components/account/sign-in-form";
import { getReturnPath } from "@/lib/auth/access";
import { oauthProviders } from "@/lib/auth/providers";
import { readNoScriptResult } from "@/lib/requests/no-script-result";
import { signInPage } from "@/texts/account";

export const metadata: Metadata = { title: "Sign in" };

// Whole at once: a form sent before its script runs has to carry the way back, and to show its answer.
export const instant = false;

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const callbackUrl = await getReturnPath(searchParams);
  const { error } = await searchParams;
  const aside = (
    <>
      <AuthLink to="/forgot-password" callbackUrl={callbackUrl}>
        {signInPage.forgottenPassword}
      </AuthLink>
      <AuthLink to="/sign-up" callbackUrl={callbackUrl}>
        {signInPage.newHereSignUp}
      </AuthLink>
    </>
  );
  return (
    <AuthCard title={signInPage.signIn} aside={aside}>
      <SignInForm
        callbackUrl={callbackUrl}
        left={await readNoScriptResult("/sign-in", { sentTo: z.string() })}
        notice={providerErrorMessage(error)}
      />
      {oauthProviders.length > 0 ? <ProviderButtons providers={oauthProviders} callbackUrl={callbackUrl} /> : null}
    </AuthCard>
  );
}

/** What next-auth says in the address when a provider's sign-in did not end well. */
function providerErrorMessage(error: string | string[] | undefined) {
  if (!error) return undefined;
  return error === "AccessDenied"
    ? "That account has no email address its provider has verified, or it is closed here."
    : "Signing in did not work. Try again, or use your email.";
}
