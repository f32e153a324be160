import type { Metadata } from "next";
import { Suspense } from "react";
import { WayBackInput, WayBackLink } from "@/app/(auth)/way-back";
import { AuthCard } from "@/components/account/auth-card";
import { ProviderButtons } from "@/components/account/provider-buttons";
import { SignInForm } from "@/components/account/sign-in-form";
import { Alert } from "@/components/ui/alert";
import { oauthProviders } from "@/lib/auth/providers";
import { wayBack } from "@/lib/auth/way-back";

export const metadata: Metadata = { title: "Sign in" };

type Props = PageProps<"/sign-in">;

export default function SignInPage({ searchParams }: Props) {
  const aside = (
    <>
      <WayBackLink searchParams={searchParams} to="/forgot-password">
        Forgotten password
      </WayBackLink>
      <WayBackLink searchParams={searchParams} to="/sign-up">
        New here? Sign up
      </WayBackLink>
    </>
  );
  return (
    <AuthCard title="Sign in" aside={aside}>
      <SignInForm>
        <WayBackInput searchParams={searchParams} />
        <Suspense fallback={null}>
          <ProviderProblem searchParams={searchParams} />
        </Suspense>
      </SignInForm>
      {oauthProviders.length > 0 ? (
        <Suspense fallback={<ProviderButtons providers={oauthProviders} callbackUrl="/" />}>
          <ProviderButtonsWithWayBack searchParams={searchParams} />
        </Suspense>
      ) : null}
    </AuthCard>
  );
}

async function ProviderButtonsWithWayBack({ searchParams }: Pick<Props, "searchParams">) {
  return <ProviderButtons providers={oauthProviders} callbackUrl={await wayBack(searchParams)} />;
}

/** What next-auth says in the address when a provider's sign-in did not end well. */
async function ProviderProblem({ searchParams }: Pick<Props, "searchParams">) {
  const { error } = await searchParams;
  if (!error) return null;
  return (
    <Alert tone="danger">
      {error === "AccessDenied"
        ? "That account has no email address its provider has verified, or it is closed here."
        : "Signing in did not work. Try again, or use your email."}
    </Alert>
  );
}
