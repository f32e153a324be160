import type { Metadata } from "next";
import { Suspense } from "react";
import { AuthCard } from "@/components/account/auth-card";
import { AuthFormSkeleton } from "@/components/account/auth-form-skeleton";
import { AuthLink } from "@/components/account/auth-link";
import { ProviderButtons } from "@/components/account/provider-buttons";
import { SignInForm } from "@/components/account/sign-in-form";
import { oauthProviders } from "@/lib/auth/providers";
import { wayBack } from "@/lib/auth/way-back";

export const metadata: Metadata = { title: "Sign in" };

type Props = PageProps<"/sign-in">;

export default function SignInPage({ searchParams }: Props) {
  return (
    <AuthCard
      title="Sign in"
      aside={
        <Suspense fallback={<Aside callbackUrl="/" />}>
          <AsideWithWayBack searchParams={searchParams} />
        </Suspense>
      }
    >
      <Suspense fallback={<AuthFormSkeleton fields={["email", "password"]} buttons={2} />}>
        <SignIn searchParams={searchParams} />
      </Suspense>
    </AuthCard>
  );
}

async function SignIn({ searchParams }: Pick<Props, "searchParams">) {
  const callbackUrl = await wayBack(searchParams);
  const { error } = await searchParams;
  return (
    <div className="grid gap-3">
      <SignInForm callbackUrl={callbackUrl} notice={providerProblem(error)} />
      {oauthProviders.length > 0 ? <ProviderButtons providers={oauthProviders} callbackUrl={callbackUrl} /> : null}
    </div>
  );
}

async function AsideWithWayBack({ searchParams }: Pick<Props, "searchParams">) {
  return <Aside callbackUrl={await wayBack(searchParams)} />;
}

function Aside({ callbackUrl }: { callbackUrl: string }) {
  return (
    <>
      <AuthLink to="/forgot-password" callbackUrl={callbackUrl}>
        Forgotten password
      </AuthLink>
      <AuthLink to="/sign-up" callbackUrl={callbackUrl}>
        New here? Sign up
      </AuthLink>
    </>
  );
}

function providerProblem(error: string | string[] | undefined) {
  if (!error) return undefined;
  return error === "AccessDenied"
    ? "That account has no email address its provider has verified, or it is closed here."
    : "Signing in did not work. Try again, or use your email.";
}
