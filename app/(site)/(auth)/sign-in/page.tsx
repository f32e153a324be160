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

export const metadata: Metadata = { title: signInPage.title };

// Sent in one piece: a form posted before its script runs has to carry the callback URL and show its result.
export const instant = false;

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const callbackUrl = await getReturnPath(searchParams);
  const { error } = await searchParams;
  const aside = (
    <>
      <AuthLink to="/forgot-password" callbackUrl={callbackUrl}>
        {signInPage.forgotPassword}
      </AuthLink>
      <AuthLink to="/sign-up" callbackUrl={callbackUrl}>
        {signInPage.signUp}
      </AuthLink>
    </>
  );
  return (
    <AuthCard title={signInPage.title} aside={aside}>
      <SignInForm
        callbackUrl={callbackUrl}
        left={await readNoScriptResult("/sign-in", { sentTo: z.string() })}
        notice={providerErrorMessage(error)}
      />
      {oauthProviders.length > 0 ? <ProviderButtons providers={oauthProviders} callbackUrl={callbackUrl} /> : null}
    </AuthCard>
  );
}

/** `error` is the code that next-auth puts into the address when signing in with a provider failed. */
function providerErrorMessage(error: string | string[] | undefined) {
  if (!error) return undefined;
  return error === "AccessDenied" ? signInPage.providerDenied : signInPage.providerFailed;
}
