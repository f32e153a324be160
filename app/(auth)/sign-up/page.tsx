import type { Metadata } from "next";
import { Suspense } from "react";
import { AuthCard } from "@/components/account/auth-card";
import { AuthFormSkeleton } from "@/components/account/auth-form-skeleton";
import { AuthLink } from "@/components/account/auth-link";
import { SignUpForm } from "@/components/account/sign-up-form";
import { wayBack } from "@/lib/auth/way-back";

export const metadata: Metadata = { title: "Sign up" };

type Props = PageProps<"/sign-up">;

export default function SignUpPage({ searchParams }: Props) {
  return (
    <AuthCard
      title="Sign up"
      aside={
        <Suspense fallback={<Aside callbackUrl="/" />}>
          <AsideWithWayBack searchParams={searchParams} />
        </Suspense>
      }
    >
      <Suspense fallback={<AuthFormSkeleton fields={["name", "email", "password"]} />}>
        <SignUp searchParams={searchParams} />
      </Suspense>
    </AuthCard>
  );
}

async function SignUp({ searchParams }: Pick<Props, "searchParams">) {
  return <SignUpForm callbackUrl={await wayBack(searchParams)} />;
}

async function AsideWithWayBack({ searchParams }: Pick<Props, "searchParams">) {
  return <Aside callbackUrl={await wayBack(searchParams)} />;
}

function Aside({ callbackUrl }: { callbackUrl: string }) {
  return (
    <AuthLink to="/sign-in" callbackUrl={callbackUrl}>
      Have an account? Sign in
    </AuthLink>
  );
}
