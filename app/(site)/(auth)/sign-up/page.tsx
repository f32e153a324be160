import type { Metadata } from "next";
import { z } from "zod";
import { AuthCard } from "@/components/account/auth-card";
import { AuthLink } from "@/components/account/auth-link";
import { SignUpForm } from "@/components/account/sign-up-form";
import { getReturnPath } from "@/lib/auth/access";
import { readNoScriptResult } from "@/lib/requests/no-script-result";
import { signUpPage } from "@/texts/account";

export const metadata: Metadata = { title: signUpPage.title };

// Sent in one piece: a form posted before its script runs has to carry the callback URL and show its result.
export const instant = false;

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const callbackUrl = await getReturnPath(searchParams);
  const aside = (
    <AuthLink to="/sign-in" callbackUrl={callbackUrl}>
      {signUpPage.signIn}
    </AuthLink>
  );
  return (
    <AuthCard title={signUpPage.title} aside={aside}>
      <SignUpForm callbackUrl={callbackUrl} left={await readNoScriptResult("/sign-up", { sentTo: z.string() })} />
    </AuthCard>
  );
}
