import type { Metadata } from "next";
import { WayBackInput, WayBackLink } from "@/app/(auth)/way-back";
import { AuthCard } from "@/components/account/auth-card";
import { SignUpForm } from "@/components/account/sign-up-form";

export const metadata: Metadata = { title: "Sign up" };

export default function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const aside = (
    <WayBackLink searchParams={searchParams} to="/sign-in">
      Have an account? Sign in
    </WayBackLink>
  );
  return (
    <AuthCard title="Sign up" aside={aside}>
      <SignUpForm>
        <WayBackInput searchParams={searchParams} />
      </SignUpForm>
    </AuthCard>
  );
}
